import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../lib/language.ts';
import { isolated, isRightToLeft } from '../lib/right-to-left.ts';
import { type Html, html } from '../web/html.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.languages;

/** The address of the list; Italian is the page itself. */
export function listPath(language: Language): string {
  return inLanguage('/servizi', language);
}

/** The address of a sheet's page; Italian is the page itself. */
export function sheetPath(slug: string, language: Language): string {
  return inLanguage(`/servizi/${slug}`, language);
}

function inLanguage(path: string, language: Language): string {
  return language === 'it' ? path : `${path}?lingua=${language}`;
}

/** The language asked for where the sheet is there in it, or else Italian. */
export function languageOf(library: PublicLibrary, slug: string, asked: Language): Language {
  return library.languages(slug).includes(asked) ? asked : 'it';
}

/** The languages that at least one sheet is translated to. */
export function listLanguages(library: PublicLibrary): Language[] {
  const used = new Set(library.sheets().flatMap(({ slug }) => library.languages(slug)));
  return LANGUAGES.filter((language) => used.has(language));
}

/** The language asked for where the list has something in it, or else Italian. */
export function listLanguageOf(library: PublicLibrary, asked: Language): Language {
  return listLanguages(library).includes(asked) ? asked : 'it';
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return isRightToLeft(language) ? 'rtl' : 'ltr';
}

/** A text of a language within a page of another one. */
export function spoken(language: Language, text: string): Html {
  return html`<span lang="${language}" dir="${directionOf(language)}">${isolated(text, language)}</span>`;
}

/** The same page in Italian and in the other languages it is there in; nothing when that is Italian alone. */
export function languageSwitch(
  others: readonly Language[],
  current: Language,
  pathOf: (language: Language) => string,
): Html {
  if (others.length === 0) return '';
  const links = (['it', ...others] as const).map(
    (language) =>
      html`<li><a href="${pathOf(language)}" lang="${language}" dir="${directionOf(language)}" hreflang="${language}" aria-current="${language === current ? 'page' : 'false'}">${LANGUAGE_NAMES[language]}</a></li>`,
  );
  return html`<nav class="d-print-none" aria-label="${MESSAGES.switch}"><ul class="area-list">!${links.join('')}</ul></nav>`;
}

/** That nobody has checked a translation yet, in its language and in Italian. */
export function unreviewedNote(library: PublicLibrary, language: Language): Html {
  const italian = `${library.words('it').unreviewed} ${MESSAGES.inDoubt}`;
  return noteView(language, library.words(language).unreviewed, italian);
}

/** That a page is there in Italian only, in the language asked for and in Italian. */
export function onlyItalianNote(library: PublicLibrary, language: Language): Html {
  return noteView(language, library.words(language).onlyItalian, MESSAGES.onlyItalian);
}

function noteView(language: Language, own: string, italian: string): Html {
  const ownView =
    own === ''
      ? ''
      : html`<p lang="${language}" dir="${directionOf(language)}">${isolated(own, language)}</p>`;
  return html`<div class="warning-box">!${ownView}<p lang="it">${italian}</p></div>`;
}
