import type { Sheet } from '../knowledge/sheet.ts';
import { LANGUAGE_NAMES, type Language } from '../lib/language.ts';
import { type Html, html, linked } from '../web/html.ts';
import { WEB_MESSAGES } from '../web/messages.ts';
import { directionOf, sheetPath, spoken } from './languages.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';
import { indexView, pairView, type Spoken, sectionsView } from './sheet-sections.ts';

const MESSAGES = PAGES_MESSAGES.sheet;

export interface SheetPage {
  /** Filled in, as the library gives it. */
  readonly sheet: Sheet;
  readonly library: PublicLibrary;
  /** The language asked for. */
  readonly language: Language;
  /** An ISO date. */
  readonly today: string;
  /** What a printed page says at its end: how to reach the chat from paper. */
  readonly printFoot: Html;
  /** The sheet as linked data, for search engines. */
  readonly linkedData: Html;
}

/** A sheet's page; in another language its translation stands beside the Italian, which is the text that counts. */
export function sheetContent(page: SheetPage): Html {
  const { sheet, library, language, today } = page;
  const other = spokenOf(page);
  const status = sheet.status === 'active' ? MESSAGES.active : MESSAGES.inactive;
  return html`<nav class="d-print-none" aria-label="${WEB_MESSAGES.breadcrumb}"><ol class="breadcrumb">
<li class="breadcrumb-item"><a href="/servizi">${WEB_MESSAGES.services}</a></li>
<li class="breadcrumb-item"><a href="/servizi#${sheet.area}">${PAGES_MESSAGES.areas[sheet.area]}</a></li>
</ol></nav>
!${languageSwitch(sheet.slug, library, other === null ? 'it' : language)}
!${titleView(sheet, other)}
!${noteView(page, other)}
!${sheet.subtitle === undefined ? '' : html`<p><strong>${sheet.subtitle}</strong></p>`}
<dl class="sheet-facts"><dt>${MESSAGES.category}</dt><dd>${sheet.category}</dd></dl>
<p>${status}.${sheet.statusReason === undefined ? '' : ` ${sheet.statusReason}`}</p>
!${leadView(sheet, other)}
!${sheet.nextReview < today ? html`<div class="warning-box"><p>${MESSAGES.overdue}</p></div>` : ''}
<nav class="page-index d-print-none" aria-label="${MESSAGES.index}"><h2>${MESSAGES.index}</h2><ul>!${indexView(sheet)}</ul></nav>
<div class="${other === null ? 'sheet-sections' : 'sheet-sections sheet-sections-pair'}">!${sectionsView(sheet, other)}</div>
<p class="d-print-none"><a class="btn btn-primary" href="/chat">${MESSAGES.ask}</a></p>
<p>${MESSAGES.decides}</p>
!${coverageAndTopics(sheet)}
!${relatedView(sheet, library)}
!${sourcesView(sheet)}
!${page.printFoot}
!${page.linkedData}`;
}

/** Null on the Italian page, and where there is no translation. */
function spokenOf({ sheet, library, language }: SheetPage): Spoken | null {
  const translation = language === 'it' ? null : library.translation(sheet.slug, language);
  return translation === null ? null : { translation, words: library.words(language) };
}

/** Only the languages that the sheet is there in; nothing when that is Italian alone. */
function languageSwitch(slug: string, library: PublicLibrary, current: Language): Html {
  const others = library.languages(slug);
  if (others.length === 0) return '';
  const links = (['it', ...others] as const).map(
    (language) =>
      html`<li><a href="${sheetPath(slug, language)}" lang="${language}" dir="${directionOf(language)}" hreflang="${language}" aria-current="${language === current ? 'page' : 'false'}">${LANGUAGE_NAMES[language]}</a></li>`,
  );
  return html`<nav class="d-print-none" aria-label="${MESSAGES.languages}"><ul class="area-list">!${links.join('')}</ul></nav>`;
}

function titleView(sheet: Sheet, other: Spoken | null): Html {
  if (other === null) return html`<h1>${sheet.title}</h1>`;
  return html`<h1>!${spoken(other.translation.language, other.translation.title)}</h1>
<p class="italian-title" lang="it">${sheet.title}</p>`;
}

/** What a reader of another language must know first: that nobody has checked this, or that it is not translated. */
function noteView({ library, language }: SheetPage, other: Spoken | null): Html {
  if (language === 'it' || other?.translation.isReviewed === true) return '';
  const { unreviewed, onlyItalian } = library.words(language);
  const [own, italian] =
    other === null
      ? [onlyItalian, MESSAGES.onlyItalian]
      : [unreviewed, `${library.words('it').unreviewed} ${MESSAGES.inDoubt}`];
  return html`<div class="warning-box"><p lang="${language}" dir="${directionOf(language)}">${own}</p><p lang="it">${italian}</p></div>`;
}

function leadView(sheet: Sheet, other: Spoken | null): Html {
  const paragraph = (text: string): Html => (text === '' ? '' : html`<p>!${linked(text)}</p>`);
  const lead =
    other === null
      ? paragraph(sheet.summary)
      : pairView(paragraph(other.translation.short), paragraph(sheet.short), other);
  const simple =
    sheet.simple === '' ? '' : html`<p><strong>${MESSAGES.simple}</strong> !${linked(sheet.simple)}</p>`;
  return html`<div class="lead-box">!${lead}!${simple}</div>`;
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

/** On paper only the day of the check and the licence: who wants the sources has the address of the page. */
function sourcesView(sheet: Sheet): Html {
  const sources = sheet.sources.map(
    (source) =>
      html`<li><a href="${source.url}" rel="noopener noreferrer">${source.title}</a> (${source.date})</li>`,
  );
  const legal =
    sheet.legalBasis.length === 0
      ? ''
      : html`<h3>${MESSAGES.legal}</h3><ul>!${sheet.legalBasis.map((law) => html`<li>${law}</li>`).join('')}</ul>`;
  return html`<section aria-labelledby="fonti"><h2 id="fonti" class="d-print-none">${MESSAGES.sources}</h2>
<p>${MESSAGES.reviewed(italianDate(sheet.reviewedAt))} ${MESSAGES.old}</p>
<div class="d-print-none"><ul class="source-list">!${sources.join('')}</ul>!${legal}</div>
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
