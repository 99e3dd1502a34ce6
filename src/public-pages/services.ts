import { AREAS, type Area, type Sheet } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { type Html, html } from '../web/html.ts';
import { cardsView } from './cards.ts';
import { languageSwitch, listLanguages, listPath, unreviewedNote } from './languages.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';
import type { Found } from './search.ts';
import { dangerView, foundView, searchForm } from './search-view.ts';

const MESSAGES = PAGES_MESSAGES.services;

export interface ServicesPage {
  readonly library: PublicLibrary;
  /** Italian, or a language that some sheet is translated to. */
  readonly language: Language;
  /** What the printed list says at its end: how to reach the chat from paper. */
  readonly printFoot: Html;
}

/** The list of the sheets, by area, in the order of the areas and then of the alphabet. */
export function servicesContent({ library, language, printFoot }: ServicesPage): Html {
  const titleOf = ({ slug, title }: Sheet): string => library.translation(slug, language)?.title ?? title;
  const sheets = [...library.sheets()].sort((left, right) =>
    titleOf(left).localeCompare(titleOf(right), language),
  );
  const areas = AREAS.filter((area) => sheets.some((sheet) => sheet.area === area));
  if (areas.length === 0) return html`<h1>${MESSAGES.heading}</h1><p>${MESSAGES.empty}</p>`;
  const links = areas.map((area) => html`<li><a href="#${area}">${PAGES_MESSAGES.areas[area]}</a></li>`);
  const isDraft = sheets.some(({ slug }) => library.translation(slug, language)?.isReviewed === false);
  return html`!${languageSwitch(listLanguages(library), language, listPath)}
<h1>${MESSAGES.heading}</h1>
!${isDraft ? unreviewedNote(library, language) : ''}
<p>${MESSAGES.lead}</p>
!${searchForm('')}
<nav class="d-print-none" aria-label="${MESSAGES.areasNavigation}"><ul class="area-list">!${links.join('')}</ul></nav>
!${areas.map((area) => areaView(area, sheets, language, library)).join('')}
!${openData()}
!${printFoot}`;
}

/** What a question has found, with the question to be corrected. */
export function foundContent(found: Found, library: PublicLibrary): Html {
  return html`<h1>${MESSAGES.heading}</h1>
!${dangerView(found, library.telephones())}
!${searchForm(found.question)}
!${foundView(found, library)}`;
}

function areaView(area: Area, sheets: readonly Sheet[], language: Language, library: PublicLibrary): Html {
  const own = sheets.filter((sheet) => sheet.area === area);
  return html`<section aria-labelledby="${area}"><h2 id="${area}" tabindex="-1">${PAGES_MESSAGES.areas[area]}</h2>
!${cardsView(own, language, library)}</section>`;
}

const FORMATS = [
  ['/api/servizi.csv', 'CSV'],
  ['/api/servizi', 'JSON'],
  ['/api/hsds/services', 'HSDS 3.0'],
] as const;

function openData(): Html {
  const links = FORMATS.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<nav class="d-print-none" aria-labelledby="dati"><h2 id="dati">${MESSAGES.dataHeading}</h2><p>${MESSAGES.data}</p><ul class="area-list">!${links.join('')}</ul></nav>`;
}
