/** The phrases of all languages, and how a blank in them is filled. */
import type { Language } from '../lib/language.ts';
import type { Label, Phrases } from './flow/phrases-schema.ts';

/** The blanks a phrase may have, with a long example of each for the authors' checks. */
export const BLANKS = {
  ambito: 'Triggiano',
  notice: 'https://esempio.it/privacy',
  comune: 'Triggiano',
  date: '23/11/2026',
  link: 'https://esempio.it/servizi/assegno-unico',
  title: 'Assegno unico per i figli',
  last: '5',
} as const;
export type Blank = keyof typeof BLANKS;
export type Blanks = Readonly<Partial<Record<Blank, string>>>;

const BLANK = /\{([a-z]+)\}/g;

export type PhraseBook = Readonly<Partial<Record<Language, Phrases>>>;

/** A phrase in a language, or in Italian when that language has none; null when neither has. */
export function phrase(book: PhraseBook, key: string, language: Language): string | null {
  return book[language]?.phrases[key] ?? book.it?.phrases[key] ?? null;
}

/** A choice's label with the words that choose it: those of the language and of Italian, which everybody meets. */
export function label(book: PhraseBook, key: string, language: Language): Label | null {
  const italian = book.it?.labels[key];
  const own = book[language]?.labels[key];
  if (own === undefined) return italian ?? null;
  if (italian === undefined || language === 'it') return own;
  return { ...own, words: [...own.words, italian.label, ...italian.words] };
}

/** The short name of a sheet in a language, or in Italian; null when neither has one. */
export function sheetLabel(book: PhraseBook, slug: string, language: Language): string | null {
  return book[language]?.sheets[slug] ?? book.it?.sheets[slug] ?? null;
}

/** The phrase with its blanks filled in; a blank that is not given is left out. */
export function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(BLANK, (_whole, name: string) => blanks[name] ?? '').trim();
}

/** The names of the blanks in a phrase. */
export function blanksOf(text: string): string[] {
  return [...text.matchAll(BLANK)].map((match) => match[1] ?? '');
}

/** The key of a phrase's part ("crisi.ricorda.violence") where there is one, else that of the phrase alone. */
export function partKey(book: PhraseBook, key: string, part: string, language: Language): string {
  const own = `${key}.${part}`;
  return phrase(book, own, language) === null ? key : own;
}
