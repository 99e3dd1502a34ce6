/** Reads and checks the emergency texts. The only file of this part that touches the disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { byId, EmergencyNumbers } from '../knowledge/contacts.ts';
import type { Fault } from '../knowledge/fault.ts';
import { type ParsedYaml, parseYaml } from '../knowledge/yaml.ts';
import { REPLY_LANGUAGES } from '../lib/language.ts';
import { CRISIS_KINDS } from './crisis.ts';
import { Emergencies, isTellable, LONGEST_REPLY, numbersIn, type ReplyNumbers } from './replies.ts';

export interface LoadedEmergencies {
  /** Null when the file has a fault. */
  readonly replies: Emergencies | null;
  readonly faults: readonly Fault[];
}

/**
 * Reads `emergencies.yaml` and proves its numbers against `emergency-numbers.yaml`. Faults are collected, not thrown.
 * @param directory path of the knowledge folder, also used to name files in faults
 */
export async function loadEmergencies(directory: string): Promise<LoadedEmergencies> {
  const file = join(directory, 'emergencies.yaml');
  const texts = await readYaml(file, Emergencies);
  const numbers = await readYaml(join(directory, 'emergency-numbers.yaml'), EmergencyNumbers);
  if (texts.value === null) return { replies: null, faults: texts.faults };
  // The faults of the numbers' own file are named by who loads the knowledge.
  if (numbers.value === null) return { replies: texts.value, faults: [] };
  const known = byId(numbers.value.numbers);
  const faults = [
    ...signatures(file, texts.value, texts.lineOf),
    ...wording(file, texts.value, texts.lineOf, known),
  ];
  return { replies: faults.length === 0 ? texts.value : null, faults };
}

type LineOf = ParsedYaml<Emergencies>['lineOf'];

function signatures(file: string, { languages }: Emergencies, lineOf: LineOf): Fault[] {
  return REPLY_LANGUAGES.filter(
    (language) => (languages[language].review === 'signed') !== (languages[language].reviewedBy !== null),
  ).map((language) => ({
    file,
    line: lineOf(['languages', language]),
    what: `the signature of "${language}" contradicts itself`,
    mend: 'Write review: signed with the role in reviewedBy, or review: draft with reviewedBy: null.',
  }));
}

function wording(file: string, { replies }: Emergencies, lineOf: LineOf, numbers: ReplyNumbers): Fault[] {
  return CRISIS_KINDS.flatMap((kind) =>
    REPLY_LANGUAGES.flatMap((language) => {
      const text = replies[kind][language];
      const at = { file, line: lineOf(['replies', kind, language]) };
      const barred = numbersIn(text)
        .filter((id) => !isTellable(numbers.get(id)))
        .map((id) => ({
          ...at,
          what: `the number "${id}" is unknown or may not be published`,
          mend: 'Use an id of emergency-numbers.yaml with publish: true.',
        }));
      return [...barred, ...shape(text, numbers).map((fault) => ({ ...at, ...fault }))];
    }),
  );
}

function shape(text: string, numbers: ReplyNumbers): Pick<Fault, 'what' | 'mend'>[] {
  const said = text.replace(/\{\{numero:([a-z0-9-]+)\}\}/g, (_, id: string) => numbers.get(id)?.say ?? '');
  const faults: Pick<Fault, 'what' | 'mend'>[] = [];
  if (numbersIn(text)[0] === undefined) {
    faults.push({ what: 'a reply without a number', mend: 'Begin with {{numero:nue-112}}.' });
  }
  if (/\{\{|\}\}/.test(said)) {
    faults.push({ what: 'braces that are not a number', mend: 'Write {{numero:ID}}.' });
  }
  if (said.length > LONGEST_REPLY) {
    faults.push({ what: `${said.length} characters`, mend: `Shorten it to ${LONGEST_REPLY}.` });
  }
  return faults;
}

async function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<ParsedYaml<z.infer<Schema>>> {
  try {
    return parseYaml({ file, text: await readFile(file, 'utf8'), linesBefore: 0 }, schema);
  } catch (error) {
    const what = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { value: null, faults: [{ file, line: 1, what, mend: 'Put the file back.' }], lineOf: () => 1 };
  }
}
