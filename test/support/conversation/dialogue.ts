/** Golden dialogues: what the citizen writes, what we answer, what is recorded, readable by a social worker. */
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { TurnResult } from '../../../src/conversation/core.ts';
import type { ConversationEvent } from '../../../src/conversation/events/index.ts';
import { type Input, MEDIA } from '../../../src/conversation/input.ts';
import { messages } from './talk.ts';

const Said = z.union([
  z.string(),
  z.strictObject({ preme: z.string() }),
  z.strictObject({
    manda: z.enum([...MEDIA, 'location', 'contact', 'unsupported']),
    scrive: z.string().optional(),
  }),
]);
type Said = z.infer<typeof Said>;

const Exchange = z.strictObject({
  cittadino: z.union([Said, z.array(Said)]),
  noi: z.string().optional(),
  scelte: z.array(z.string()).optional(),
  registrato: z.array(z.string()).optional(),
});
type Exchange = z.infer<typeof Exchange>;

export const Dialogue = z.strictObject({
  titolo: z.string(),
  /** What it shows, and why it matters. */
  perche: z.string(),
  /** The channel's language hint. */
  lingua: z.string().nullable().default(null),
  /** `schede`: the real sheets and the real recognition of danger. `prova`: small ones, always the same. */
  conoscenza: z.enum(['schede', 'prova']).default('prova'),
  dialogo: z.array(Exchange).min(1),
});
export type Dialogue = z.infer<typeof Dialogue>;

export function readDialogue(text: string): Dialogue {
  return Dialogue.parse(parse(text));
}

export function writeDialogue(dialogue: Dialogue): string {
  return stringify(dialogue, { lineWidth: 110, blockQuote: 'literal' });
}

export function inputsOf(exchange: Exchange): Input[] {
  const { cittadino } = exchange;
  return (Array.isArray(cittadino) ? cittadino : [cittadino]).map(toInput);
}

function toInput(said: Said): Input {
  if (typeof said === 'string') return { kind: 'text', text: said };
  if ('preme' in said) return { kind: 'choice', choiceId: said.preme };
  const { manda, scrive } = said;
  if (manda === 'location' || manda === 'contact' || manda === 'unsupported') return { kind: manda };
  return { kind: 'media', media: manda, ...(scrive === undefined ? {} : { caption: scrive }) };
}

/** The same exchange with what really happened. A sheet's lines are left out: they change when it is reviewed. */
export function played(exchange: Exchange, result: TurnResult): Exchange {
  const said = messages(result);
  const scelte = said.at(-1)?.choices.map(({ label }) => label) ?? [];
  const registrato = result.events.filter(({ kind }) => kind !== 'message-said').map(inWords);
  return {
    cittadino: exchange.cittadino,
    noi: said.map(({ text }) => withoutSheetLines(text)).join('\n---\n'),
    ...(scelte.length > 0 ? { scelte } : {}),
    ...(registrato.length > 0 ? { registrato } : {}),
  };
}

function inWords(event: ConversationEvent): string {
  const { kind, ...facts } = event;
  const values = Object.values(facts).flat().map(String);
  return values.length === 0 ? kind : `${kind}: ${values.join(', ')}`;
}

/** The last line of a quoted sheet: the date of the check and the address of its page. */
const FOOT = /: https:\/\/\S+\/servizi\/\S+$/;

function withoutSheetLines(text: string): string {
  return text
    .split('\n\n')
    .map((part) => {
      const lines = part.split('\n');
      const foot = lines.findIndex((line) => FOOT.test(line));
      if (foot < 2) return part;
      return [lines[0], '(…)', lines[foot], ...lines.slice(foot + 1)].join('\n');
    })
    .join('\n\n');
}
