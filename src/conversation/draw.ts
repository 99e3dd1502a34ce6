/** Flows as Mermaid pictures in Markdown, for who writes and for who reads them. */
import { stepChoiceId } from './choices.ts';
import type { FlowBook } from './flow/book.ts';
import type { Flow } from './flow/schema.ts';
import { label, type PhraseBook, phrase } from './phrases.ts';
import { kindOf, type Step } from './steps/index.ts';

const LONGEST = 60;

/** A heading, the purpose and a picture for each flow. */
export function drawFlows(book: FlowBook, phrases: PhraseBook): string {
  const parts = [...book.flows.values()].map(
    (flow) => `## ${flow.flow}\n\n${flow.about}\n\n${draw(flow, phrases)}`,
  );
  return `# I flussi\n\nQuesta pagina è disegnata da \`npm run flows:draw -- docs/flows.md\`.\n\n${parts.join('\n\n')}\n`;
}

function draw(flow: Flow, phrases: PhraseBook): string {
  const lines = Object.entries(flow.steps).flatMap(([name, step]) => [
    `  ${shape(name, step, phrases)}`,
    ...kindOf(step)
      .exits(step)
      .map((exit) => `  ${node(name)} -->${arrow(flow, name, exit.label, phrases)} ${target(exit.target)}`),
  ]);
  return ['```mermaid', 'flowchart TD', `  inizio((inizio)) --> ${node(flow.start)}`, ...lines, '```'].join(
    '\n',
  );
}

function node(name: string): string {
  return `p_${name.replace(/[^a-z0-9]/g, '_')}`;
}

function target(text: string): string {
  const other = /^(flow|sheet):(.+)$/.exec(text);
  if (other === null) return node(text);
  const id = text.replace(/[^a-z0-9]/g, '_');
  return other[1] === 'sheet' ? `${id}[/"scheda: ${other[2]}"/]` : `${id}[["${other[2]}"]]`;
}

function shape(name: string, step: Step, phrases: PhraseBook): string {
  const [key] = kindOf(step).phrases(step);
  const said = key === undefined ? `${step.kind}` : (phrase(phrases, key, 'it') ?? key);
  const text = quote(said);
  if (step.kind === 'when') return `${node(name)}{"${step.fact}?"}`;
  return kindOf(step).waits ? `${node(name)}[/"${text}"\\]` : `${node(name)}["${text}"]`;
}

function arrow(flow: Flow, step: string, text: string | null, phrases: PhraseBook): string {
  if (text === null) return '';
  const own = label(phrases, stepChoiceId(flow.flow, step, text), 'it');
  return `|"${quote(own?.label ?? text)}"|`;
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/"/g, "'");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
