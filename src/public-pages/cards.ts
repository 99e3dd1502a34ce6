import type { Sheet } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { isolated } from '../lib/right-to-left.ts';
import { type Html, html } from '../web/html.ts';
import { directionOf, languageOf, sheetPath, spoken } from './languages.ts';
import type { PublicLibrary } from './library.ts';

/** Sheets as a list of cards, each in the language asked for where it is there in it; nothing for no sheet. */
export function cardsView(sheets: readonly Sheet[], asked: Language, library: PublicLibrary): Html {
  if (sheets.length === 0) return '';
  const cards = sheets.map((sheet) => {
    const translation = library.translation(sheet.slug, asked);
    const text =
      translation === null || translation.short === ''
        ? html`<p>${sheet.summary}</p>`
        : html`<p lang="${asked}" dir="${directionOf(asked)}">${isolated(translation.short, asked)}</p>`;
    return html`<li>!${sheetLink(sheet, asked, library)}!${text}</li>`;
  });
  return html`<ul class="link-cards">!${cards.join('')}</ul>`;
}

/** The link to a sheet; a translated title has the Italian one below, which offices understand. */
export function sheetLink(sheet: Sheet, asked: Language, library: PublicLibrary): Html {
  const { slug, title } = sheet;
  const translation = library.translation(slug, asked);
  const name =
    translation === null
      ? html`${title}`
      : html`!${spoken(asked, translation.title)} <span class="italian-name" lang="it" dir="ltr">${title}</span>`;
  return html`<a href="${sheetPath(slug, languageOf(library, slug, asked))}">!${name}</a>`;
}
