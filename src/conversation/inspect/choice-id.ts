import { CHOICE_ID, stepChoiceId } from '../choices.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt } from './parts.ts';

/** An option whose id is too long for a channel, or the same as another's. */
export const choiceId: Inspection = (written) =>
  allSteps(written).flatMap(({ source, path, step, flow, name }) => {
    if (step.kind !== 'ask-choice' || typeof step.options === 'string') return [];
    const names = step.options.map(({ option }) => option);
    return names.flatMap((option, at) => {
      const id = stepChoiceId(flow.flow, name, option);
      const place = [...path, 'options', at];
      if (!CHOICE_ID.test(id)) {
        return [
          faultAt(source, place, `"${id}" è più lungo di 32`, 'accorcia il nome del passo o della scelta'),
        ];
      }
      if (names.indexOf(option) === at) return [];
      return [
        faultAt(source, place, `la scelta "${option}" c'è due volte`, 'dai un altro nome a una delle due'),
      ];
    });
  });
