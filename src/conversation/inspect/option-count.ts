import { LIMITS } from '../limits.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt } from './parts.ts';

/** More options than a tired reader can hold; a flow that needs more says why, and still stops at the second limit. */
export const optionCount: Inspection = (written) =>
  allSteps(written).flatMap(({ source, path, step, name }) => {
    if (step.kind !== 'ask-choice' || typeof step.options === 'string') return [];
    const limit = step.many === undefined ? LIMITS.options : LIMITS.manyOptions;
    const count = step.options.length;
    if (count <= limit) return [];
    return [
      faultAt(
        source,
        [...path, 'options'],
        `"${name}" ha ${count} scelte, più di ${limit}`,
        'dividi la domanda in due',
      ),
    ];
  });
