/** What a page says in another language round a translation: the assistant's own phrases. */
import type { PhraseBook } from '../conversation/phrases.ts';
import type { SectionKey } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';

export interface LanguageWords {
  /** That nobody has checked the translation yet; empty when the language has no such phrase. */
  readonly unreviewed: string;
  /** That a text is there in Italian only; empty when the language has no such phrase. */
  readonly onlyItalian: string;
  /** The headings that the language has words for. */
  readonly headings: Readonly<Partial<Record<SectionKey, string>>>;
}

/** The choices of the chat that say what a section is about. */
const HEADING_LABELS = {
  what: 'aspetto.what',
  who: 'aspetto.who',
  how: 'aspetto.how',
  documents: 'aspetto.documents',
  times: 'aspetto.times',
  cost: 'aspetto.cost',
  where: 'aspetto.where',
  contacts: 'aspetto.contact',
} as const satisfies Partial<Record<SectionKey, string>>;

/** The words of the language itself: none is ever borrowed from Italian, which the page has anyway. */
export function languageWords(book: PhraseBook, language: Language): LanguageWords {
  const own = book[language];
  const headings: Partial<Record<SectionKey, string>> = {};
  for (const [section, key] of Object.entries(HEADING_LABELS) as [SectionKey, string][]) {
    const heading = own?.labels[key]?.label;
    if (heading !== undefined) headings[section] = heading;
  }
  return {
    unreviewed: unbracketed(own?.phrases['scheda.traduzione'] ?? ''),
    onlyItalian: unbracketed(own?.phrases['scheda.in-italiano'] ?? ''),
    headings,
  };
}

/** In a talk these notes stand in brackets before a text; on a page they stand alone. */
function unbracketed(text: string): string {
  return text.replace(/^\((.*)\)$/, '$1');
}
