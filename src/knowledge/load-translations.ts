/** Reads `knowledge/translations/LANGUAGE/SLUG.yaml`. Only what is whole and of today's wording is given on. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCode } from '../lib/error-code.ts';
import { isLanguage, LANGUAGES, type Language } from '../lib/language.ts';
import type { Fault, Findings } from './fault.ts';
import type { Sheet } from './sheet.ts';
import {
  isCurrent,
  type Translation,
  TranslationFile,
  type Translations,
  verifyTranslation,
  wordingOf,
} from './translation.ts';
import { parseYaml } from './yaml.ts';

export interface LoadedTranslations extends Findings {
  readonly translations: Translations;
  /** By language, the slugs of the sheets that have none, or one of an older wording. */
  readonly missing: ReadonlyMap<Language, readonly string[]>;
}

/** @param directory path of the folder; it may be absent, and then every translation is missing */
export async function loadTranslations(
  directory: string,
  sheets: readonly Sheet[],
): Promise<LoadedTranslations> {
  const bySlug = new Map(sheets.map((sheet) => [sheet.slug, sheet]));
  const translations = new Map<Language, Map<string, Translation>>();
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  for (const language of await namesIn(directory)) {
    if (!isLanguage(language) || language === 'it') {
      const what = `"${language}" is not a language that is translated to`;
      faults.push({
        file: join(directory, language),
        line: 1,
        what,
        mend: `Use one of ${others().join(', ')}.`,
      });
      continue;
    }
    const found = new Map<string, Translation>();
    translations.set(language, found);
    for (const name of await namesIn(join(directory, language))) {
      const file = join(directory, language, name);
      const sheet = bySlug.get(name.replace(/\.yaml$/, ''));
      if (sheet === undefined) {
        // A sheet with faults of its own is not among these: it is named there.
        warnings.push({ file, line: 1, what: 'no usable sheet has this name', mend: 'Rename or remove it.' });
        continue;
      }
      const { value, lineOf, ...read } = parseYaml(
        { file, text: await readFile(file, 'utf8'), linesBefore: 0 },
        TranslationFile,
      );
      faults.push(...read.faults);
      if (value === null) continue;
      if (!isCurrent(value, sheet)) {
        const what = `the Italian sheet has changed since: its wording is ${wordingOf(sheet)} now`;
        const mend = 'Translate what changed, then write that in "of". Until then the Italian is shown.';
        warnings.push({ file, line: lineOf(['of']), what, mend });
        continue;
      }
      const wrong = verifyTranslation(value, sheet, file, lineOf);
      faults.push(...wrong);
      if (wrong.length === 0) found.set(sheet.slug, { ...value, slug: sheet.slug, language });
    }
  }
  const missing = others().map((language) => {
    const there = translations.get(language);
    return [language, [...bySlug.keys()].filter((slug) => there?.has(slug) !== true)] as const;
  });
  return { translations, missing: new Map(missing), faults, warnings };
}

function others(): Language[] {
  return LANGUAGES.filter((language) => language !== 'it');
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => !name.startsWith('.') && name !== 'README.md').sort();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
