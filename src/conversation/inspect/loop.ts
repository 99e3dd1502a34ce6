import { kindOf } from '../steps/index.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt, nextNodes } from './parts.ts';

/** Steps that lead back to themselves without a question on the way: the turn would never end. */
export const loop: Inspection = (written) => {
  const steps = new Map(allSteps(written).map((placed) => [`${placed.flow.flow}.${placed.name}`, placed]));
  return [...steps].flatMap(([start, { source, path }]) => {
    const seen = new Set<string>();
    const ahead = [start];
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      const placed = steps.get(node);
      if (placed === undefined || kindOf(placed.step).waits) continue;
      for (const next of nextNodes(written, placed)) {
        if (next === start) {
          const what = `il passo "${start}" torna a se stesso senza una domanda`;
          return [faultAt(source, path, what, 'metti una domanda lungo il giro, o cambia next')];
        }
        if (!seen.has(next)) ahead.push(next);
        seen.add(next);
      }
    }
    return [];
  });
};
