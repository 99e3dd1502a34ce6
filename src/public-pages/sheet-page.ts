import type { Sheet } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { type Html, html, linked } from '../web/html.ts';
import { WEB_MESSAGES } from '../web/messages.ts';
import type { Telephones } from '../web/text-parts.ts';
import { sheetLink } from './cards.ts';
import { italianDate, sourceDate } from './dates.ts';
import { isolatedTranslation } from './fill-sheet.ts';
import {
  languageSwitch,
  listLanguageOf,
  listPath,
  onlyItalianNote,
  sheetPath,
  spoken,
  unreviewedNote,
} from './languages.ts';
import { type PublicLibrary, relatedSheets } from './library.ts';
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

/**
 * A sheet's page, its facts in the order of the modello Comuni (criterion C.SI.1.3). In another language its
 * translation stands beside the Italian, which is the text that counts.
 */
export function sheetContent(page: SheetPage): Html {
  const { sheet, library, today } = page;
  const { slug, subtitle } = sheet;
  const other = spokenOf(page);
  const shown = other?.translation.language ?? 'it';
  const telephones = library.telephones();
  return html`!${breadcrumb(page)}
!${languageSwitch(library.languages(slug), shown, (language) => sheetPath(slug, language))}
<p class="sheet-category">${MESSAGES.category} ${sheet.category}</p>
!${titleView(sheet, other)}
!${noteView(page, other)}
<p>${statusText(sheet)}</p>
!${subtitle === undefined ? '' : html`<p><strong>${subtitle}</strong></p>`}
!${leadView(sheet, other, telephones)}
!${sheet.nextReview < today ? html`<div class="warning-box"><p>${MESSAGES.overdue}</p></div>` : ''}
<div class="sheet-body">
<nav class="page-index d-print-none" aria-labelledby="indice"><h2 id="indice">${MESSAGES.index}</h2><ul>!${indexView(sheet, other)}</ul></nav>
<div class="${other === null ? 'sheet-sections' : 'sheet-sections sheet-sections-pair'}">!${sectionsView({ sheet, other, telephones })}</div>
</div>
<p class="sheet-topics"><strong>${MESSAGES.topics}</strong> ${sheet.topics.join(', ')}</p>
<p class="d-print-none"><a class="btn btn-primary" href="/chat">${MESSAGES.ask}</a></p>
<p>${MESSAGES.decides}</p>
!${relatedView(page)}
!${sourcesView(sheet)}
!${page.printFoot}
!${page.linkedData}`;
}

/** Null on the Italian page, and where there is no translation. */
function spokenOf({ sheet, library, language }: SheetPage): Spoken | null {
  const translation = language === 'it' ? null : library.translation(sheet.slug, language);
  if (translation === null) return null;
  return { translation: isolatedTranslation(translation), words: library.words(language) };
}

function breadcrumb({ sheet: { area }, library, language }: SheetPage): Html {
  const list = listPath(listLanguageOf(library, language));
  return html`<nav class="d-print-none" aria-label="${WEB_MESSAGES.breadcrumb}"><ol class="breadcrumb">
<li class="breadcrumb-item"><a href="${list}">${WEB_MESSAGES.services}</a></li>
<li class="breadcrumb-item"><a href="${list}#${area}">${PAGES_MESSAGES.areas[area]}</a></li>
</ol></nav>`;
}

function titleView(sheet: Sheet, other: Spoken | null): Html {
  if (other === null) return html`<h1>${sheet.title}</h1>`;
  return html`<h1>!${spoken(other.translation.language, other.translation.title)}</h1>
<p class="italian-title" lang="it">${sheet.title}</p>`;
}

/** What a reader of another language must know first: that nobody has checked this, or that it is not translated. */
function noteView({ library, language }: SheetPage, other: Spoken | null): Html {
  if (language === 'it') return '';
  if (other === null) return onlyItalianNote(library, language);
  return other.translation.isReviewed ? '' : unreviewedNote(library, language);
}

function statusText({ status, statusReason }: Sheet): string {
  const text = status === 'active' ? MESSAGES.active : MESSAGES.inactive;
  return statusReason === undefined ? text : `${text} ${statusReason}`;
}

function leadView(sheet: Sheet, other: Spoken | null, telephones: Telephones): Html {
  const paragraph = (text: string): Html => (text === '' ? '' : html`<p>!${linked(text, telephones)}</p>`);
  const lead =
    other === null
      ? paragraph(sheet.summary)
      : pairView(paragraph(other.translation.short), paragraph(sheet.short), other);
  const simple =
    sheet.simple === ''
      ? ''
      : html`<p><strong>${MESSAGES.simple}</strong> !${linked(sheet.simple, telephones)}</p>`;
  return html`<div class="lead-box">!${lead}!${simple}</div>`;
}

function relatedView({ sheet, library, language }: SheetPage): Html {
  const links = relatedSheets(library, sheet).map(
    (related) => html`<li>!${sheetLink(related, language, library)}</li>`,
  );
  if (links.length === 0) return '';
  return html`<nav class="d-print-none" aria-labelledby="altri"><h2 id="altri">${MESSAGES.related}</h2><ul class="plain-links">!${links.join('')}</ul></nav>`;
}

/** On paper only the day of the check and the licence: who wants the sources has the address of the page. */
function sourcesView(sheet: Sheet): Html {
  const sources = sheet.sources.map(({ url, title, date: written }) => {
    const date = sourceDate(written);
    return html`<li><a href="${url}" rel="noopener noreferrer">${title}</a>${date === null ? '' : ` (${date})`}</li>`;
  });
  const laws = sheet.legalBasis.map((law) => html`<li>${law}</li>`);
  const legal = laws.length === 0 ? '' : html`<h3>${MESSAGES.legal}</h3><ul>!${laws.join('')}</ul>`;
  return html`<section aria-labelledby="fonti"><h2 id="fonti" class="d-print-none">${MESSAGES.sources}</h2>
<p>${MESSAGES.reviewed(italianDate(sheet.reviewedAt))} ${MESSAGES.old}</p>
<div class="d-print-none"><ul class="plain-links">!${sources.join('')}</ul>!${legal}</div>
<p>${MESSAGES.licence}</p></section>`;
}
