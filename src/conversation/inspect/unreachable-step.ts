import { KNOWN_FLOWS } from '../flow/book.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt, nextNodes } from './parts.ts';

/** Steps that the engine enters by name, not through a flow. */
const ENTRIES = ['persona.crisi', 'persona.chiesta', 'scheda.vie'];

/** A step that no way leads to. */
export const unreachableStep: Inspection = (written) => {
  const steps = new Map(allSteps(written).map((placed) => [`${placed.flow.flow}.${placed.name}`, placed]));
  const starts = written.flows
    .filter(({ content }) => (KNOWN_FLOWS as readonly string[]).includes(content.flow))
    .map(({ content }) => `${content.flow}.${content.start}`);
  const reached = new Set<string>();
  const ahead = [...starts, ...ENTRIES];
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    const placed = steps.get(node);
    if (placed === undefined || reached.has(node)) continue;
    reached.add(node);
    ahead.push(...nextNodes(written, placed));
  }
  return [...steps]
    .filter(([node]) => !reached.has(node))
    .map(([node, { source, path }]) =>
      faultAt(source, path, `nessuna strada porta al passo "${node}"`, 'collegalo con un next, o toglilo'),
    );
};
