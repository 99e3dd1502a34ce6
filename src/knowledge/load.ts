/** Reads the knowledge folder. The only file of this part that touches the disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type ById, byId, type EmergencyNumber, EmergencyNumbers, type Office, Offices } from './contacts.ts';
import { type Fault, type Findings, inOrder } from './fault.ts';
import { type FigureWordsByLanguage, FigureWordsFile } from './figure-words.ts';
import { type LoadedTranslations, loadTranslations } from './load-translations.ts';
import { type ParsedSheet, parseSheet } from './parse-sheet.ts';
import type { Sheet } from './sheet.ts';
import { verifySheet } from './verify.ts';
import { OtherOfficesFile, type Vocabulary, VocabularyFile } from './vocabulary.ts';
import { type ParsedYaml, parseYaml } from './yaml.ts';

export interface LoadedKnowledge extends Findings {
  /** Only the sheets without a fault, by slug. */
  readonly sheets: readonly Sheet[];
  /** Every sheet file that was read, also those with faults: for the authors' check. */
  readonly parsed: readonly ParsedSheet[];
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly translations: LoadedTranslations['translations'];
  /** By language, the slugs without a translation of today's wording. */
  readonly missingTranslations: LoadedTranslations['missing'];
  /** Null only when its file has a fault. */
  readonly figureWords: FigureWordsByLanguage | null;
  /** Null only when one of its two files has a fault. */
  readonly vocabulary: Vocabulary | null;
  /** The sentences of other-offices.yaml, with their place: for the authors' check. */
  readonly sayings: readonly Saying[];
}

export interface Saying {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads and checks a knowledge folder. Faults are collected, not thrown; a folder that cannot be read is thrown.
 * @param directory path of the folder that holds `sheets/`, also used to name files in faults
 * @param today ISO date in Italy
 */
export async function loadKnowledge(directory: string, today: string): Promise<LoadedKnowledge> {
  const names = (await readdir(join(directory, 'sheets'))).filter(isSheetFile).sort();
  const parsed = await Promise.all(
    names.map(async (name) => {
      const file = join(directory, 'sheets', name);
      return parseSheet(file, await readFile(file, 'utf8'));
    }),
  );
  const numbers = await readYaml(join(directory, 'emergency-numbers.yaml'), EmergencyNumbers);
  const offices = await readYaml(join(directory, 'offices.yaml'), Offices);
  const words = await readYaml(join(directory, 'vocabulary.yaml'), VocabularyFile);
  const others = await readYaml(join(directory, 'other-offices.yaml'), OtherOfficesFile);
  const around = {
    slugs: new Set(parsed.flatMap(({ sheet }) => (sheet === null ? [] : [sheet.slug]))),
    numbers: numbers.value === null ? null : byId(numbers.value.numbers),
    offices: offices.value === null ? null : byId(offices.value),
    today,
  };
  const verified = parsed.map((one) => verifySheet(one, around));
  const sheetFaults = [
    ...parsed.flatMap(({ faults }) => faults),
    ...verified.flatMap(({ faults }) => faults),
    ...twins(parsed),
  ];
  const faulty = new Set(sheetFaults.map(({ file }) => file));
  const sheets = parsed.flatMap(({ sheet }) => (sheet === null || faulty.has(sheet.file) ? [] : [sheet]));
  const translated = await loadTranslations(join(directory, 'translations'), sheets);
  const figures = await readYaml(join(directory, 'figure-words.yaml'), FigureWordsFile);
  return {
    sheets,
    parsed,
    translations: translated.translations,
    missingTranslations: translated.missing,
    figureWords: figures.value,
    numbers: around.numbers ?? new Map(),
    offices: around.offices ?? new Map(),
    vocabulary:
      words.value === null || others.value === null
        ? null
        : { ...words.value, otherOffices: others.value.offices },
    sayings: (others.value?.offices ?? []).map(({ say }, index) => ({
      text: say,
      file: join(directory, 'other-offices.yaml'),
      line: others.lineOf(['offices', index, 'say']),
    })),
    faults: inOrder([
      ...sheetFaults,
      ...translated.faults,
      ...[numbers, offices, words, others, figures].flatMap(({ faults }) => faults),
    ]),
    warnings: inOrder([...verified.flatMap(({ warnings }) => warnings), ...translated.warnings]),
  };
}

function isSheetFile(name: string): boolean {
  return name.endsWith('.md') && name !== 'README.md';
}

async function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<ParsedYaml<z.infer<Schema>>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const what = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { value: null, faults: [{ file, line: 1, what, mend: 'Put the file back.' }], lineOf: () => 1 };
  }
  return parseYaml({ file, text, linesBefore: 0 }, schema);
}

function twins(parsed: readonly ParsedSheet[]): Fault[] {
  const first = new Map<string, string>();
  return parsed.flatMap(({ sheet, lineOf }) => {
    if (sheet === null) return [];
    const other = first.get(sheet.slug);
    if (other === undefined) {
      first.set(sheet.slug, sheet.file);
      return [];
    }
    const what = `the slug "${sheet.slug}" is already taken by ${other}`;
    return [
      { file: sheet.file, line: lineOf(['slug']), what, mend: 'Give one of the two sheets another slug.' },
    ];
  });
}
