/** The files of an evaluation folder: see the README of that folder for what each field means. */
import { existsSync as exists } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ASPECTS } from '../../conversation/ports.ts';
import { CRISIS_KINDS } from '../../safety/crisis.ts';
import { DialogueItem } from './dialogues.ts';
import { readLines } from './lines.ts';

const item = { id: z.string(), text: z.string() };
const InScope = z.looseObject({
  ...item,
  slugs: z.array(z.string()).min(1),
  aspect: z.enum(ASPECTS).nullable(),
  lang: z.string().default('it'),
  style: z.string().default(''),
  crisis_ok: z.boolean().default(false),
});
const OutOfScope = z.looseObject({
  ...item,
  expect: z.enum(['out-of-scope', 'other-office', 'smalltalk', 'refuse', 'injection']),
});
const Ambiguous = z.looseObject({ ...item, options: z.array(z.string()).min(2) });
const Crisis = z.looseObject({
  ...item,
  lang: z.string(),
  kind: z.enum(CRISIS_KINDS),
  urgency: z.enum(['now', 'soon']),
});
const NotCrisis = z.looseObject({ ...item, lang: z.string() });

export type InScopeItem = z.infer<typeof InScope>;
export type OutOfScopeItem = z.infer<typeof OutOfScope>;
export type AmbiguousItem = z.infer<typeof Ambiguous>;
export type CrisisItem = z.infer<typeof Crisis>;
export type NotCrisisItem = z.infer<typeof NotCrisis>;

export interface EvalSet {
  readonly italian: readonly InScopeItem[];
  readonly foreign: readonly InScopeItem[];
  readonly outOfScope: readonly OutOfScopeItem[];
  readonly ambiguous: readonly AmbiguousItem[];
  readonly crisis: readonly CrisisItem[];
  readonly notCrisis: readonly NotCrisisItem[];
  readonly dialogues: readonly DialogueItem[];
}

/** @throws when a file is missing, but that of the dialogues, or a line is bad, naming file and line */
export async function readEvalSet(directory: string): Promise<EvalSet> {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema) =>
    readItems(join(directory, `${name}.jsonl`), schema);
  const [italian, foreign, outOfScope, ambiguous, crisis, notCrisis, dialogues] = await Promise.all([
    read('questions-it', InScope),
    read('questions-foreign', InScope),
    read('out-of-scope', OutOfScope),
    read('ambiguous', Ambiguous),
    read('crisis', Crisis),
    read('not-crisis', NotCrisis),
    exists(join(directory, 'dialogues.jsonl')) ? read('dialogues', DialogueItem) : [],
  ]);
  return { italian, foreign, outOfScope, ambiguous, crisis, notCrisis, dialogues };
}

async function readItems<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const lines = readLines(await readFile(file, 'utf8'), schema);
  const faults = lines.flatMap((line) => ('fault' in line ? [`${file}: ${line.fault}`] : []));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return lines.flatMap((line) => ('value' in line ? [line.value] : []));
}
