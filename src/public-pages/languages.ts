import type { Language } from '../lib/language.ts';
import { type Html, html } from '../web/html.ts';

/** The address of a sheet's page; Italian is the page itself. */
export function sheetPath(slug: string, language: Language): string {
  return language === 'it' ? `/servizi/${slug}` : `/servizi/${slug}?lingua=${language}`;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** A text of a language within a page of another one. */
export function spoken(language: Language, text: string): Html {
  return html`<span lang="${language}" dir="${directionOf(language)}">${text}</span>`;
}
