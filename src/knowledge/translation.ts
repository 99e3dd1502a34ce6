/**
 * A sheet in another language: what a person needs to act, with its state of review. The Italian sheet is the text
 * that counts. A translation is of one wording of it: when that changes, the translation is set aside until it is
 * looked at again, so that an old amount or office never speaks another language. The file is
 * `knowledge/translations/LANGUAGE/SLUG.yaml`. Pure.
 */
import { z } from 'zod';
import type { Language } from '../lib/language.ts';
import type { Fault } from './fault.ts';
import { referencesIn } from './fill.ts';
import { Needed, neededLines, type SectionKey, type Sheet } from './sheet.ts';

export const TranslationFile = z
  .strictObject({
    /** The Italian wording that was translated: `wordingOf` the sheet on that day. */
    of: z
      .string()
      .regex(/^[0-9a-f]{8}$/, 'eight hexadecimal digits, as `npm run knowledge:check` names them'),
    status: z.enum(['draft', 'reviewed']),
    /** The role of who read it and answers for it, and the day; null in a draft. */
    reviewedBy: z.string().min(1).nullable(),
    reviewedAt: z.iso.date().nullable(),
    title: z.string().min(3).max(60),
    short: z.string().min(20).max(300),
    how: z.array(z.string().min(1)).min(1),
    needed: Needed,
    where: z.array(z.string().min(1)).min(1),
  })
  .refine(
    ({ status, reviewedBy, reviewedAt }) =>
      status === 'draft'
        ? reviewedBy === null && reviewedAt === null
        : reviewedBy !== null && reviewedAt !== null,
    'a reviewed translation has "reviewedBy" and "reviewedAt", a draft has neither',
  );
export type TranslationFile = z.infer<typeof TranslationFile>;

export interface Translation extends TranslationFile {
  readonly slug: string;
  readonly language: Language;
}

/** Those of today's wording, by language and slug. */
export type Translations = ReadonlyMap<Language, ReadonlyMap<string, Translation>>;

/** The sections that are translated. */
export const TRANSLATED_SECTIONS = ['how', 'documents', 'where'] as const;
export type TranslatedSection = (typeof TRANSLATED_SECTIONS)[number];

/** The translated lines of a section; null when it is not one of those. */
export function translatedLines(translation: TranslationFile, section: SectionKey): readonly string[] | null {
  switch (section) {
    case 'how':
      return translation.how;
    case 'where':
      return translation.where;
    case 'documents':
      return neededLines(translation.needed);
    default:
      return null;
  }
}

/** A name for the Italian words that translations follow: it changes when one of them changes (FNV-1a, 32 bits). */
export function wordingOf(sheet: Sheet): string {
  const lines = (key: TranslatedSection): string[] => sheet.sections[key].map(({ text }) => text);
  const text = [sheet.title, sheet.short, ...TRANSLATED_SECTIONS.flatMap(lines)].join('\n');
  let value = 0x811c9dc5;
  for (const unit of Buffer.from(text.normalize('NFC'))) value = Math.imul(value ^ unit, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Whether the translation is of the sheet as it is written now. */
export function isCurrent(translation: TranslationFile, sheet: Sheet): boolean {
  return translation.of === wordingOf(sheet);
}

/**
 * What is wrong with a current translation beside its sheet: lines that are missing, references or figures that are
 * not the same. `lineOf` names the line of a key.
 */
export function verifyTranslation(
  translation: TranslationFile,
  sheet: Sheet,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Fault[] {
  const pairs: { key: readonly PropertyKey[]; own: readonly string[]; italian: readonly string[] }[] = [
    { key: ['title'], own: [translation.title], italian: [sheet.title] },
    { key: ['short'], own: [translation.short], italian: [sheet.short] },
    { key: ['how'], own: translation.how, italian: sheet.sections.how.map(({ text }) => text) },
    { key: ['needed'], own: neededLines(translation.needed), italian: neededLines(sheet.needed) },
    { key: ['where'], own: translation.where, italian: sheet.sections.where.map(({ text }) => text) },
  ];
  return pairs.flatMap(({ key, own, italian }) => {
    const at = { file, line: lineOf(key) };
    const name = key.join('.');
    if (own.length !== italian.length) {
      const what = `"${name}" has ${own.length} lines, the Italian ${italian.length}`;
      return [{ ...at, what, mend: 'Translate line by line: as many lines as the Italian, in its order.' }];
    }
    return own.flatMap((text, index) => {
      const other = italian[index] ?? '';
      const [mine, theirs] = [marksOf(text), marksOf(other)];
      if (mine === theirs) return [];
      const what = `line ${index + 1} of "${name}" holds "${mine}", the Italian "${theirs}"`;
      return [
        { ...at, what, mend: 'Keep each number and each {{reference}} of the Italian line, and no other.' },
      ];
    });
  });
}

/** The references and the numbers of a text, in a fixed order. */
function marksOf(text: string): string {
  const references = referencesIn(text).map(({ kind, id }) => `${kind}:${id}`);
  const numbers = text.replace(/\{\{[^}]*\}\}/g, ' ').match(/\p{Nd}+/gu) ?? [];
  return [...new Set(references.sort()), ...new Set(numbers.sort())].join(' ');
}
