import { label, type PhraseBook, phrase } from '../conversation/phrases.ts';
import {
  type ById,
  type EmergencyNumber,
  isConfirmed,
  isPublishable,
  type Office,
} from '../knowledge/contacts.ts';
import type { FigureWordsByLanguage } from '../knowledge/figure-words.ts';
import { type Filling, fill, renderFigure } from '../knowledge/fill.ts';
import {
  type Figure,
  type Needed,
  type NeededItem,
  SECTION_KEYS,
  type SectionKey,
  type Sheet,
  type SheetLine,
} from '../knowledge/sheet.ts';
import { dayInItaly } from '../knowledge/today.ts';
import type { TranslatedSection, Translation, Translations } from '../knowledge/translation.ts';
import type { Clock } from '../lib/clock.ts';
import { LANGUAGES, type Language } from '../lib/language.ts';

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
  /** The languages a sheet is translated to, in the assistant's order. */
  languages(slug: string): readonly Language[];
  /** Null when there is no translation of today's wording. */
  translation(slug: string, language: Language): ShownTranslation | null;
  /** What a page says in a language round a translation: the assistant's own phrases. */
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

/** A translation filled in: what is not confirmed left out. */
export interface ShownTranslation {
  readonly language: Language;
  readonly isReviewed: boolean;
  readonly title: string;
  readonly short: string;
  readonly how: readonly string[];
  readonly needed: Needed;
  readonly where: readonly string[];
}

export interface LanguageWords {
  /** That nobody has checked the translation yet. */
  readonly unreviewed: string;
  /** That a text is there in Italian only. */
  readonly onlyItalian: string;
  readonly headings: Readonly<Record<TranslatedSection, string>>;
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
    languages: (slug) => LANGUAGES.filter((language) => parts.translations.get(language)?.has(slug) === true),
    translation: (slug, language) => {
      const sheet = originals.get(slug);
      const translation = parts.translations.get(language)?.get(slug);
      if (sheet === undefined || translation === undefined) return null;
      return filledTranslation(translation, sheet, fillingOf(language, dayInItaly(parts.clock.now())));
    },
    words: (language) => wordsOf(parts.phrases, language),
  };
}

function filledSheet(sheet: Sheet, filling: Filling): Sheet {
  const show = (text: string): string | null => fill(text, sheet, filling);
  const sections: Record<SectionKey, readonly SheetLine[]> = { ...sheet.sections };
  for (const key of SECTION_KEYS) {
    sections[key] = sheet.sections[key].flatMap((line) => {
      const text = show(line.text);
      return text === null ? [] : [{ ...line, text }];
    });
  }
  return {
    ...sheet,
    summary: show(sheet.summary) ?? '',
    short: show(sheet.short) ?? '',
    simple: show(sheet.simple) ?? '',
    needed: filledNeeded(sheet.needed, show),
    sections,
  };
}

function filledTranslation(translation: Translation, sheet: Sheet, filling: Filling): ShownTranslation {
  const show = (text: string): string | null => fill(text, sheet, filling);
  return {
    language: translation.language,
    isReviewed: translation.status === 'reviewed',
    title: translation.title,
    short: show(translation.short) ?? '',
    how: translation.how.flatMap((line) => show(line) ?? []),
    needed: filledNeeded(translation.needed, show),
    where: translation.where.flatMap((line) => show(line) ?? []),
  };
}

type Show = (text: string) => string | null;

function filledNeeded({ intro, items }: Needed, show: Show): Needed {
  return { intro: show(intro) ?? '', items: items.flatMap((item) => filledItem(item, show) ?? []) };
}

/** A detail that may not be shown is left out; an item whose name may not be, goes as a whole. */
function filledItem(item: NeededItem, show: Show): NeededItem | null {
  const name = show(item.name);
  if (name === null) return null;
  const details = (['what', 'where', 'cost', 'alternative'] as const).flatMap((key) => {
    const text = item[key] === undefined ? null : show(item[key]);
    return text === null ? [] : [[key, text] as const];
  });
  return { name, ...Object.fromEntries(details) };
}

function wordsOf(phrases: PhraseBook, language: Language): LanguageWords {
  const heading = (key: string): string => label(phrases, key, language)?.label ?? '';
  return {
    unreviewed: unbracketed(phrase(phrases, 'scheda.traduzione', language) ?? ''),
    onlyItalian: unbracketed(phrase(phrases, 'scheda.in-italiano', language) ?? ''),
    headings: {
      how: heading('aspetto.how'),
      documents: heading('aspetto.documents'),
      where: heading('aspetto.where'),
    },
  };
}

/** In a talk these notes stand in brackets before a text; on a page they stand alone. */
function unbracketed(text: string): string {
  return text.replace(/^\((.*)\)$/, '$1');
}
