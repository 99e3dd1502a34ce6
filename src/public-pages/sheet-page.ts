import { SECTION_KEYS, SECTIONS, type SectionKey, type Sheet } from '../knowledge/sheet.ts';
import { type Html, html, linked } from '../web/html.ts';
import { WEB_MESSAGES } from '../web/messages.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.sheet;

/** A sheet with the headings of the modello Comuni, in its order (criterion C.SI.1.3). `today`: an ISO date. */
export function sheetContent(sheet: Sheet, library: PublicLibrary, today: string): Html {
  const sections = SECTION_KEYS.filter(
    (key) => key !== 'special' || library.lines(sheet.slug, key).length > 0,
  );
  const index = sections.map((key) => html`<li><a href="#${key}">${SECTIONS[key]}</a></li>`);
  const status = sheet.status === 'active' ? MESSAGES.active : MESSAGES.inactive;
  return html`<nav class="d-print-none" aria-label="${WEB_MESSAGES.breadcrumb}"><ol class="breadcrumb">
<li class="breadcrumb-item"><a href="/servizi">${WEB_MESSAGES.services}</a></li>
<li class="breadcrumb-item"><a href="/servizi#${sheet.area}">${PAGES_MESSAGES.areas[sheet.area]}</a></li>
</ol></nav>
<h1>${sheet.title}</h1>
!${sheet.subtitle === undefined ? '' : html`<p><strong>${sheet.subtitle}</strong></p>`}
<dl class="sheet-facts"><dt>${MESSAGES.category}</dt><dd>${sheet.category}</dd></dl>
<p>${status}.${sheet.statusReason === undefined ? '' : ` ${sheet.statusReason}`}</p>
!${sheet.summary !== '' ? html`<div class="lead-box"><p>${sheet.summary}</p></div>` : ''}
!${sheet.nextReview < today ? html`<div class="warning-box"><p>${MESSAGES.overdue}</p></div>` : ''}
<nav class="page-index d-print-none" aria-label="${MESSAGES.index}"><h2>${MESSAGES.index}</h2><ul>!${index.join('')}</ul></nav>
!${sections.map((key) => sectionView(sheet, key, library)).join('')}
<p class="d-print-none"><a class="btn btn-primary" href="/chat">${MESSAGES.ask}</a></p>
<p>${MESSAGES.decides}</p>
!${coverageAndTopics(sheet)}
!${relatedView(sheet, library)}
!${sourcesView(sheet)}`;
}

function sectionView(sheet: Sheet, key: SectionKey, library: PublicLibrary): Html {
  const content = key === 'documents' ? neededView(sheet) : linesView(library.lines(sheet.slug, key), key);
  return html`<section aria-labelledby="${key}"><h2 id="${key}" tabindex="-1">${SECTIONS[key]}</h2>!${content}</section>`;
}

function linesView(lines: readonly string[], key: SectionKey): Html {
  const first: string = lines[0] ?? MESSAGES.noLines[key];
  if (lines.length < 2) return html`<p>!${linked(first)}</p>`;
  const items = lines.map((line) => html`<li>!${linked(line)}</li>`).join('');
  return key === 'how' ? html`<ol>!${items}</ol>` : html`<ul>!${items}</ul>`;
}

/** The papers one by one: what, where, what it costs, what else is taken. */
function neededView(sheet: Sheet): Html {
  const items = sheet.needed.items.map((item) => {
    const details = [
      item.what,
      item.where && `${MESSAGES.neededWhere} ${item.where}`,
      item.cost && `${MESSAGES.neededCost} ${item.cost}`,
      item.alternative && `${MESSAGES.neededAlternative} ${item.alternative}`,
    ].filter((detail): detail is string => detail !== undefined && detail !== '');
    return html`<li><strong>${item.name}</strong>!${details.map((detail) => html`<p>!${linked(detail)}</p>`).join('')}</li>`;
  });
  return html`<p>${sheet.needed.intro}</p><ul class="needed-list">!${items.join('')}</ul>`;
}

function coverageAndTopics(sheet: Sheet): Html {
  return html`<dl class="sheet-facts"><dt>${MESSAGES.coverage}</dt><dd>${sheet.coverage.join(', ')}</dd>
<dt>${MESSAGES.topics}</dt><dd>${sheet.topics.join(', ')}</dd></dl>`;
}

function relatedView(sheet: Sheet, library: PublicLibrary): Html {
  const known = library.sheets().filter((other) => sheet.related.includes(other.slug));
  if (known.length === 0) return '';
  const links = known.map((other) => html`<li><a href="/servizi/${other.slug}">${other.title}</a></li>`);
  return html`<nav class="d-print-none" aria-labelledby="altri"><h2 id="altri">${MESSAGES.related}</h2><ul>!${links.join('')}</ul></nav>`;
}

function sourcesView(sheet: Sheet): Html {
  const sources = sheet.sources.map(
    (source) =>
      html`<li><a href="${source.url}" rel="noopener noreferrer">${source.title}</a> (${source.date})</li>`,
  );
  const legal =
    sheet.legalBasis.length === 0
      ? ''
      : html`<h3>${MESSAGES.legal}</h3><ul>!${sheet.legalBasis.map((law) => html`<li>${law}</li>`).join('')}</ul>`;
  return html`<section aria-labelledby="fonti"><h2 id="fonti">${MESSAGES.sources}</h2>
<p>${MESSAGES.reviewed(italianDate(sheet.reviewedAt))} ${MESSAGES.old}</p>
<ul class="source-list">!${sources.join('')}</ul>!${legal}
<p>${MESSAGES.licence}</p></section>`;
}

const DATE = new Intl.DateTimeFormat('it-IT', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "23 novembre 2026" for an ISO date. */
function italianDate(iso: string): string {
  return DATE.format(new Date(`${iso}T00:00:00Z`));
}
