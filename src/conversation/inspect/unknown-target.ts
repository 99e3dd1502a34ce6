import { KNOWN_FLOWS } from '../flow/book.ts';
import { readTarget } from '../flow/target.ts';
import { kindOf } from '../steps/index.ts';
import type { Inspection } from './index.ts';
import { allSteps, faultAt, nodeOf } from './parts.ts';

/** A step that leads to a step, flow or sheet that does not exist, and a flow without one the engine needs. */
export const unknownTarget: Inspection = (written) => {
  const faults = allSteps(written).flatMap((placed) => {
    const { source, flow, path, step } = placed;
    const targets = kindOf(step)
      .exits(step)
      .map(({ target }) => target);
    const unknown = targets.filter((target) => {
      const read = readTarget(target);
      if (read.to === 'sheet' && !written.sheets.includes(read.slug)) return true;
      return nodeOf(written, flow, target) === null;
    });
    const sheet = step.kind === 'show-sheet' ? step.sheet : 'topic';
    if (!sheet.startsWith('topic') && !written.sheets.includes(sheet)) unknown.push(`sheet:${sheet}`);
    return [...new Set(unknown)].map((target) =>
      faultAt(source, path, `"${target}" non esiste`, 'scrivi un passo, un flusso o una scheda che esiste'),
    );
  });
  const starts = written.flows.flatMap((source) =>
    source.content.steps[source.content.start] === undefined
      ? [
          faultAt(
            source,
            ['start'],
            `il primo passo "${source.content.start}" non esiste`,
            'scrivi il nome di un passo',
          ),
        ]
      : [],
  );
  const missing = KNOWN_FLOWS.filter((name) => !written.flows.some(({ content }) => content.flow === name));
  const needed = missing.map((name) =>
    faultAt(written.words, [], `manca il flusso "${name}"`, `aggiungi flows/${name}.yaml`),
  );
  return [...faults, ...starts, ...needed];
};
