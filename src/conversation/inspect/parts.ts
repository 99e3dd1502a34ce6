/** What several inspections need: walking over all steps, and making faults. */
import type { Fault } from '../flow/fault.ts';
import type { Flow } from '../flow/schema.ts';
import type { Path, Source } from '../flow/source.ts';
import { readTarget, type TargetText } from '../flow/target.ts';
import type { Written } from '../flow/written.ts';
import type { Step } from '../steps/index.ts';
import { kindOf } from '../steps/index.ts';

export interface PlacedStep {
  readonly source: Source<Flow>;
  readonly flow: Flow;
  readonly name: string;
  readonly step: Step;
  readonly path: Path;
}

export function allSteps({ flows }: Written): PlacedStep[] {
  return flows.flatMap((source) =>
    Object.entries(source.content.steps).map(([name, step]) => ({
      source,
      flow: source.content,
      name,
      step,
      path: ['steps', name],
    })),
  );
}

export function faultAt(
  source: Source<unknown>,
  path: Path,
  what: string,
  mend: string,
  weight: Fault['weight'] = 'error',
): Fault {
  return { file: source.file, line: source.lineOf(path), what, mend, weight };
}

/** "flow.step", the same for every way to name it; null for a flow or step that does not exist. */
export function nodeOf(written: Written, flow: Flow, target: TargetText): string | null {
  const read = readTarget(target);
  if (read.to === 'step') return flow.steps[read.step] === undefined ? null : `${flow.flow}.${read.step}`;
  const name = read.to === 'sheet' ? 'scheda' : read.flow;
  const other = written.flows.find(({ content }) => content.flow === name)?.content;
  const step = read.to === 'flow' ? (read.step ?? other?.start) : other?.start;
  return other === undefined || step === undefined || other.steps[step] === undefined
    ? null
    : `${name}.${step}`;
}

/** The nodes that a step leads to. */
export function nextNodes(written: Written, { flow, step }: PlacedStep): string[] {
  return kindOf(step)
    .exits(step)
    .flatMap(({ target }) => nodeOf(written, flow, target) ?? []);
}

export function italian({ phrases }: Written): Written['phrases'][number] | undefined {
  return phrases.find(({ content }) => content.language === 'it');
}
