/** The sections of a sheet's page: headings of the modello Comuni, in its order (criterion C.SI.1.3). */
import { type Needed, type NeededItem, SECTIONS, type SectionKey, type Sheet } from '../knowledge/sheet.ts';
import type { TranslatedSection } from '../knowledge/translation.ts';
import { type Html, html, linked } from '../web/html.ts';
import { directionOf, spoken } from './languages.ts';
import type { LanguageWords, ShownTranslation } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.sheet;

/** A heading of the page: a section of the sheet, or "access", which holds where to go and how to know the result. */
type PageSection = Exclude<SectionKey, 'where' | 'outcome'> | 'access';

/** The description comes after whom the service is for; where to go and the result are ways of access. */
const ORDER: readonly PageSection[] = [
  'who',
  'what',
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

/** @param sheet filled in */
export function indexView(sheet: Sheet): Html {
  return shownSections(sheet)
    .map((key) => html`<li><a href="#${key}">${headingOf(key)}</a></li>`)
    .join('');
}

/** @param other what is shown beside the Italian; null for the Italian page */
export function sectionsView(sheet: Sheet, other: Spoken | null): Html {
  return shownSections(sheet)
    .map((key) => sectionView(sheet, key, other))
    .join('');
}

/** The same thing in two languages: side by side where there is room, the Italian below where there is not. */
export function pairView(own: Html, italian: Html, { translation: { language } }: Spoken): Html {
  return html`<div class="pair"><div lang="${language}" dir="${directionOf(language)}">!${own}</div><div class="pair-italian" lang="it" dir="ltr">!${italian}</div></div>`;
}

function shownSections(sheet: Sheet): PageSection[] {
  return ORDER.filter((key) => key !== 'special' || sheet.sections.special.length > 0);
}

function headingOf(key: PageSection): string {
  return key === 'access' ? MESSAGES.access : SECTIONS[key];
}

function sectionView(sheet: Sheet, key: PageSection, other: Spoken | null): Html {
  if (key === 'access') {
    return html`<section aria-labelledby="access"><h2 id="access" tabindex="-1">${MESSAGES.access}</h2>
<h3 id="where" tabindex="-1">!${spokenHeading('where', other)}</h3>!${contentView(sheet, 'where', other)}
<h3 id="outcome" tabindex="-1">${SECTIONS.outcome}</h3>!${contentView(sheet, 'outcome', other)}</section>`;
  }
  const heading = key === 'how' || key === 'documents' ? spokenHeading(key, other) : html`${SECTIONS[key]}`;
  return html`<section aria-labelledby="${key}"><h2 id="${key}" tabindex="-1">!${heading}</h2>!${contentView(sheet, key, other)}</section>`;
}

function spokenHeading(key: TranslatedSection, other: Spoken | null): Html {
  if (other === null || other.words.headings[key] === '') return html`${SECTIONS[key]}`;
  return html`!${spoken(other.translation.language, other.words.headings[key])} · ${SECTIONS[key]}`;
}

function contentView(sheet: Sheet, key: SectionKey, other: Spoken | null): Html {
  const italian = key === 'documents' ? italianNeeded(sheet.needed) : linesView(linesOf(sheet, key), key);
  const own = other === null ? null : translatedView(other.translation, key);
  return other === null || own === null ? italian : pairView(own, italian, other);
}

function linesOf(sheet: Sheet, key: SectionKey): readonly string[] {
  const lines = sheet.sections[key].map(({ text }) => text);
  return lines.length === 0 ? [MESSAGES.noLines[key]] : lines;
}

/** Null when the section is not translated, or nothing of it may be shown. */
function translatedView({ how, needed, where }: ShownTranslation, key: SectionKey): Html | null {
  if (key === 'documents') return neededView(needed, detailsOf);
  if (key !== 'how' && key !== 'where') return null;
  const lines = key === 'how' ? how : where;
  return lines.length === 0 ? null : linesView(lines, key);
}

function linesView(lines: readonly string[], key: SectionKey): Html {
  if (lines.length < 2) return lines.map((line) => html`<p>!${linked(line)}</p>`).join('');
  const items = lines.map((line) => html`<li>!${linked(line)}</li>`).join('');
  return key === 'how' ? html`<ol>!${items}</ol>` : html`<ul>!${items}</ul>`;
}

function italianNeeded(needed: Needed): Html {
  return neededView(needed, ({ what, where, cost, alternative }) =>
    detailsOf({
      what,
      where: where && `${MESSAGES.neededWhere} ${where}`,
      cost: cost && `${MESSAGES.neededCost} ${cost}`,
      alternative: alternative && `${MESSAGES.neededAlternative} ${alternative}`,
    }),
  );
}

type Details = { readonly [Key in keyof Omit<NeededItem, 'name'>]: string | undefined };

function detailsOf({ what, where, cost, alternative }: Details): string[] {
  return [what, where, cost, alternative].filter((detail) => detail !== undefined);
}

/** The papers one by one: what, where, what it costs, what else is taken. */
function neededView({ intro, items }: Needed, details: (item: NeededItem) => string[]): Html {
  const papers = items.map(
    (item) =>
      html`<li><strong>${item.name}</strong>!${details(item)
        .map((detail) => html`<p>!${linked(detail)}</p>`)
        .join('')}</li>`,
  );
  const list = papers.length === 0 ? '' : html`<ul class="needed-list">!${papers.join('')}</ul>`;
  return html`<p>!${linked(intro)}</p>!${list}`;
}
