import type { PhraseBook } from '../conversation/phrases.ts';
import {
  type ById,
  type EmergencyNumber,
  isConfirmed,
  isPublishable,
  type Office,
} from '../knowledge/contacts.ts';
import type { FigureWordsByLanguage } from '../knowledge/figure-words.ts';
import { type Filling, renderFigure } from '../knowledge/fill.ts';
import type { Figure, SectionKey, Sheet } from '../knowledge/sheet.ts';
import type { Translations } from '../knowledge/translation.ts';
import type { Clock } from '../lib/clock.ts';
import { LANGUAGES, type Language } from '../lib/language.ts';
import { dayInItaly } from '../lib/today.ts';
import { dialled, type Telephones } from '../web/text-parts.ts';
import { filledSheet, filledTranslation, type ShownTranslation } from './fill-sheet.ts';
import { type LanguageWords, languageWords } from './language-words.ts';
import { telephonesIn } from './open-data/telephones.ts';

/** What the public pages read of the sheets: everything in it may be shown as it is. */
export interface PublicLibrary {
  /** All the sheets that may be shown. */
  sheets(): readonly Sheet[];
  /** The lines of a section: figures and numbers filled in, what is not confirmed left out. */
  lines(slug: string, section: SectionKey): readonly string[];
  /** The figures of a sheet, each with the text that says its year. */
  figures(slug: string): readonly ShownFigure[];
  /** Only the numbers that may be published, and the offices that somebody has confirmed. */
  contacts(slug: string): SheetContacts;
  /** Every number that may be published, for texts in which it can be touched. */
  telephones(): Telephones;
  /** The languages a sheet is translated to, in the assistant's order. */
  languages(slug: string): readonly Language[];
  /** Null when there is no translation of today's wording. */
  translation(slug: string, language: Language): ShownTranslation | null;
  /** What a page says in a language round a translation. */
  words(language: Language): LanguageWords;
}

export interface ShownFigure extends Figure {
  /** The figure as a citizen reads it today. */
  readonly text: string;
}

export interface SheetContacts {
  readonly numbers: readonly EmergencyNumber[];
  readonly offices: readonly Office[];
}

export interface PublicLibraryParts {
  readonly sheets: readonly Sheet[];
  readonly translations: Translations;
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly figureWords: FigureWordsByLanguage;
  readonly phrases: PhraseBook;
  readonly clock: Clock;
}

/** The public side of the loaded sheets; a figure that grows old is said so from the next day on. */
export function createPublicLibrary(parts: PublicLibraryParts): PublicLibrary {
  const originals = new Map(parts.sheets.map((sheet) => [sheet.slug, sheet]));
  const telephones = new Set(
    [...parts.numbers.values()]
      .filter(isPublishable)
      .flatMap(({ say }) => telephonesIn(say).map(({ number }) => dialled(number))),
  );
  let day = '';
  let filled: readonly Sheet[] = [];

  function today(): readonly Sheet[] {
    const now = dayInItaly(parts.clock.now());
    if (now !== day) {
      filled = parts.sheets.map((sheet) => filledSheet(sheet, fillingOf('it', now)));
      day = now;
    }
    return filled;
  }

  function fillingOf(language: Language, now: string): Filling {
    return { ...parts, today: now, figureWords: parts.figureWords[language] };
  }

  return {
    sheets: today,
    lines: (slug, section) =>
      today()
        .find((sheet) => sheet.slug === slug)
        ?.sections[section].map((line) => line.text) ?? [],
    figures: (slug) => {
      const now = dayInItaly(parts.clock.now());
      const figures = originals.get(slug)?.figures ?? [];
      return figures.map((figure) => ({ ...figure, text: renderFigure(figure, now, parts.figureWords.it) }));
    },
    contacts: (slug) => {
      const sheet = originals.get(slug);
      const numbers = (sheet?.numbers ?? []).flatMap((id) => parts.numbers.get(id) ?? []);
      const offices = (sheet?.offices ?? []).flatMap((id) => parts.offices.get(id) ?? []);
      return { numbers: numbers.filter(isPublishable), offices: offices.filter(isConfirmed) };
    },
    telephones: () => telephones,
    languages: (slug) => LANGUAGES.filter((language) => parts.translations.get(language)?.has(slug) === true),
    translation: (slug, language) => {
      const sheet = originals.get(slug);
      const translation = parts.translations.get(language)?.get(slug);
      if (sheet === undefined || translation === undefined) return null;
      return filledTranslation(translation, sheet, fillingOf(language, dayInItaly(parts.clock.now())));
    },
    words: (language) => languageWords(parts.phrases, language),
  };
}

/** A sheet that may be shown, filled in. */
export function findSheet(library: PublicLibrary, slug: string): Sheet | undefined {
  return library.sheets().find((sheet) => sheet.slug === slug);
}

/** The sheets named in "related", in the order of the author; those that are not there are left out. */
export function relatedSheets(library: PublicLibrary, { related }: Sheet): Sheet[] {
  return related.flatMap((slug) => findSheet(library, slug) ?? []);
}
