import { AREAS, type Area, type Sheet } from '../knowledge/sheet.ts';
import { type Html, html } from '../web/html.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';
import type { Found } from './search.ts';
import { dangerView, foundView, searchForm } from './search-view.ts';

const MESSAGES = PAGES_MESSAGES.services;

/** The list of the sheets, by area, in the order of the areas and then of the alphabet. */
export function servicesContent(library: PublicLibrary): Html {
  const sheets = [...library.sheets()].sort((left, right) => left.title.localeCompare(right.title, 'it'));
  const areas = AREAS.filter((area) => sheets.some((sheet) => sheet.area === area));
  if (areas.length === 0) return html`<h1>${MESSAGES.heading}</h1><p>${MESSAGES.empty}</p>`;
  const links = areas.map((area) => html`<li><a href="#${area}">${PAGES_MESSAGES.areas[area]}</a></li>`);
  return html`<h1>${MESSAGES.heading}</h1>
<p>${MESSAGES.lead}</p>
!${searchForm('')}
<nav class="d-print-none" aria-label="${MESSAGES.areasNavigation}"><ul class="area-list">!${links.join('')}</ul></nav>
!${areas.map((area) => areaView(area, sheets)).join('')}
!${openData()}`;
}

/** What a question has found, with the question to be corrected. */
export function foundContent(found: Found, library: PublicLibrary): Html {
  return html`<h1>${MESSAGES.heading}</h1>
!${dangerView(found)}
!${searchForm(found.question)}
!${foundView(found, library)}`;
}

function areaView(area: Area, sheets: readonly Sheet[]): Html {
  const cards = sheets
    .filter((sheet) => sheet.area === area)
    .map(
      (sheet) => html`<li><a href="/servizi/${sheet.slug}">${sheet.title}</a><p>${sheet.summary}</p></li>`,
    );
  return html`<section aria-labelledby="${area}"><h2 id="${area}" tabindex="-1">${PAGES_MESSAGES.areas[area]}</h2>
<ul class="link-cards">!${cards.join('')}</ul></section>`;
}

const FORMATS = [
  ['/api/servizi', 'JSON'],
  ['/api/servizi.csv', 'CSV'],
  ['/api/hsds/services', 'HSDS 3.0'],
] as const;

function openData(): Html {
  const links = FORMATS.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<nav class="d-print-none" aria-labelledby="dati"><h2 id="dati">${MESSAGES.dataHeading}</h2><p>${MESSAGES.data}</p><ul class="area-list">!${links.join('')}</ul></nav>`;
}
