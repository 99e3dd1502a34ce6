import { AREAS } from '../knowledge/sheet.ts';
import { type Html, html, linked } from '../web/html.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.home;

export function homeContent(library: PublicLibrary, comuni: readonly string[]): Html {
  const used = new Set(library.sheets().map((sheet) => sheet.area));
  const areas = AREAS.filter((area) => used.has(area)).map(
    (area) => html`<li><a href="/servizi#${area}">${PAGES_MESSAGES.areas[area]}</a></li>`,
  );
  const who = MESSAGES.who(listed(comuni)).map((line) => html`<p>${line}</p>`);
  return html`<h1>${MESSAGES.heading}</h1>
!${MESSAGES.lead.map((line) => html`<p>${line}</p>`).join('')}
<p><a class="btn btn-primary btn-lg" href="/chat">${MESSAGES.chat}</a></p>
<p>${MESSAGES.automatic}</p>
<div class="danger-box"><h2>${MESSAGES.dangerHeading}</h2><p>!${linked(MESSAGES.danger)}</p></div>
<h2>${MESSAGES.areasHeading}</h2>
<ul class="area-list">!${areas.join('')}</ul>
<p><a href="/servizi">${MESSAGES.allServices}</a></p>
<h2>${MESSAGES.whoHeading}</h2>
!${who.join('')}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} o ${names.at(-1)}`;
}
