/** The words that always work: `flows/words.yaml`. */
import { z } from 'zod';
import { LANGUAGES } from '../../lib/language.ts';
import { COMUNI } from '../state.ts';

export const COMMANDS = [
  'menu',
  'person',
  'back',
  'help',
  'stop',
  'who-reads',
  'simpler',
  'language',
] as const;
export type Command = (typeof COMMANDS)[number];

const List = z.array(z.string().min(1));
const ByLanguage = z.partialRecord(z.enum(LANGUAGES), List);

export const Words = z.strictObject({
  /** The whole message is one of these: `whole`. A short message has one of these in it: `inside`. */
  commands: z.record(z.enum(COMMANDS), z.strictObject({ whole: ByLanguage, inside: ByLanguage.default({}) })),
  /** How each language is called, in any language. */
  languages: z.record(z.enum(LANGUAGES), List),
  /** The words for the first choice, the second and so on. */
  numbers: z.partialRecord(z.enum(LANGUAGES), z.array(List)),
  /** Words that may stand before or after a choice or a command and mean nothing: "il numero", "per favore". */
  fillers: ByLanguage,
  /** Other spellings of the Comuni. */
  comuni: z.record(z.enum(COMUNI), List),
  /** Words that say, before a Comune, that somebody lives there. */
  dwelling: ByLanguage,
  /** Words that turn a short sentence round: "non vivo a Capurso" names no choice. */
  negations: ByLanguage,
});
export type Words = z.infer<typeof Words>;
