/** The sections of a sheet's page: headings of the modello Comuni, in its order (criterion C.SI.1.3). */
import { SECTIONS, type SectionKey, type Sheet } from '../knowledge/sheet.ts';
import { type Html, html, linked } from '../web/html.ts';
import type { Telephones } from '../web/text-parts.ts';
import type { ShownTranslation } from './fill-sheet.ts';
import type { LanguageWords } from './language-words.ts';
import { directionOf, spoken } from './languages.ts';
import { PAGES_MESSAGES } from './messages.ts';
import { italianNeeded, translatedNeeded } from './needed-view.ts';

const MESSAGES = PAGES_MESSAGES.sheet;

/**
 * A heading of the page: a section of the sheet, or one that holds more. "coverage" is where the service is given,
 * "access" where to go and how to know the result.
 */
type PageSection = Exclude<SectionKey, 'where' | 'outcome'> | 'coverage' | 'access';

/** The description comes after whom the service is for; where to go and the result are ways of access. */
const ORDER: readonly PageSection[] = [
  'who',
  'what',
  'coverage',
  'how',
  'documents',
  'output',
  'times',
  'cost',
  'access',
  'special',
  'terms',
  'contacts',
];

/** A translation with the words that go round it. */
export interface Spoken {
  readonly translation: ShownTranslation;
  readonly words: LanguageWords;
}

/**
 * @param sheet filled in
 * @param other what is shown beside the Italian; null for the Italian page
 */
export function indexView(sheet: Sheet, other: Spoken | null): Html {
  return shownSections(sheet)
    .map((key) => html`<li><a href="#${key}">!${headingView(key, other)}</a></li>`)
    .join('');
}

export interface SectionsPage {
  /** Filled in. */
  readonly sheet: Sheet;
  /** What is shown beside the Italian; null for the Italian page. */
  readonly other: Spoken | null;
  /** To be touched wherever they stand. */
  readonly telephones: Telephones;
}

export function sectionsView(page: SectionsPage): Html {
  const { sheet, other } = page;
  return shownSections(sheet)
    .map(
      (key) =>
        html`<section aria-labelledby="${key}"><h2 id="${key}" tabindex="-1">!${headingView(key, other)}</h2>!${bodyView(page, key)}</section>`,
    )
    .join('');
}

/** The same thing in two languages: side by side where there is room, the Italian below where there is not. */
export function pairView(own: Html, italian: Html, { translation: { language } }: Spoken): Html {
  return html`<div class="pair"><div lang="${language}" dir="${directionOf(language)}">!${own}</div><div class="pair-italian" lang="it" dir="ltr">!${italian}</div></div>`;
}

function shownSections(sheet: Sheet): PageSection[] {
  return ORDER.filter((key) => key !== 'special' || sheet.sections.special.length > 0);
}

/** The Italian heading, which offices understand; before it the words of the other language, where it has some. */
function headingView(key: PageSection | 'where' | 'outcome', other: Spoken | null): Html {
  if (key === 'access' || key === 'coverage') return html`${MESSAGES[key]}`;
  const own = other?.words.headings[key];
  if (other === null || own === undefined) return html`${SECTIONS[key]}`;
  return html`!${spoken(other.translation.language, own)} · ${SECTIONS[key]}`;
}

function bodyView(page: SectionsPage, key: PageSection): Html {
  if (key === 'coverage') return html`<p>${page.sheet.coverage.join(', ')}</p>`;
  if (key !== 'access') return contentView(page, key);
  return (['where', 'outcome'] as const)
    .map(
      (part) =>
        html`<h3 id="${part}" tabindex="-1">!${headingView(part, page.other)}</h3>!${contentView(page, part)}`,
    )
    .join('');
}

function contentView({ sheet, other, telephones }: SectionsPage, key: SectionKey): Html {
  const italian =
    key === 'documents'
      ? italianNeeded(sheet.needed, telephones)
      : linesView(linesOf(sheet, key), key, telephones);
  const own = other === null ? null : translatedView(other.translation, key, telephones);
  return other === null || own === null ? italian : pairView(own, italian, other);
}

function linesOf(sheet: Sheet, key: SectionKey): readonly string[] {
  const lines = sheet.sections[key].map(({ text }) => text);
  return lines.length === 0 ? [MESSAGES.noLines[key]] : lines;
}

/** Null when the section is not translated, or nothing of it may be shown. */
function translatedView(
  { how, needed, where }: ShownTranslation,
  key: SectionKey,
  telephones: Telephones,
): Html | null {
  if (key === 'documents') return translatedNeeded(needed, telephones);
  if (key !== 'how' && key !== 'where') return null;
  const lines = key === 'how' ? how : where;
  return lines.length === 0 ? null : linesView(lines, key, telephones);
}

function linesView(lines: readonly string[], key: SectionKey, telephones: Telephones): Html {
  if (lines.length < 2) return lines.map((line) => html`<p>!${linked(line, telephones)}</p>`).join('');
  const items = lines.map((line) => html`<li>!${linked(line, telephones)}</li>`).join('');
  return key === 'how' ? html`<ol>!${items}</ol>` : html`<ul>!${items}</ul>`;
}
