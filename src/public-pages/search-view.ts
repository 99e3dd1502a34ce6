import { SECTIONS, type Sheet } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { type Html, html, linked } from '../web/html.ts';
import { directionOf, sheetPath, spoken } from './languages.ts';
import type { PublicLibrary } from './library.ts';
import { PAGES_MESSAGES } from './messages.ts';
import { type Found, type FoundResult, LONGEST_QUESTION } from './search.ts';

const MESSAGES = PAGES_MESSAGES.search;
/** The sheet on how to meet the people who listen, where there is one. */
const PERSON_SHEET = 'segretariato-sociale';

/** @param question what was asked, to be corrected; empty at first */
export function searchForm(question: string): Html {
  return html`<form class="search-form d-print-none" role="search" action="/servizi" method="get">
<label for="q">${MESSAGES.label}</label>
<p id="q-aiuto">${MESSAGES.hint}</p>
<div class="search-row"><input class="form-control" type="search" id="q" name="q" value="${question}" maxlength="${LONGEST_QUESTION}" autocomplete="off" enterkeyhint="search" aria-describedby="q-aiuto">
<button class="btn btn-primary" type="submit">${MESSAGES.button}</button></div>
</form>`;
}

/**
 * Where to call, for who is in danger; empty when nothing tells of any. It stands before all else, with a warning that
 * the browser remembers the address of the search: whoever looks at the telephone next could read it.
 */
export function dangerView({ danger }: Found): Html {
  if (danger === null) return '';
  const lines = danger.text.split('\n').filter((line) => line.trim() !== '');
  return html`<div class="danger-box"><div lang="${danger.language}" dir="${directionOf(danger.language)}">!${lines
    .map((line) => html`<p>!${linked(line)}</p>`)
    .join('')}</div>
<p>${MESSAGES.remembered}</p><p><a class="btn btn-primary" href="/chat">${MESSAGES.chat}</a></p></div>`;
}

export function foundView(found: Found, library: PublicLibrary): Html {
  return html`<section aria-labelledby="trovati">!${resultView(found.result, found.language, library)}</section>
<p><a href="/servizi">${MESSAGES.all}</a></p>`;
}

function resultView(result: FoundResult, language: Language, library: PublicLibrary): Html {
  const cards = (slugs: readonly string[]): Html => {
    const known = slugs.flatMap((slug) => library.sheets().find((sheet) => sheet.slug === slug) ?? []);
    if (known.length === 0) return '';
    return html`<ul class="link-cards">!${known.map((sheet) => cardView(sheet, language, library)).join('')}</ul>`;
  };
  switch (result.kind) {
    case 'sheet': {
      const { slug, section, others } = result;
      const part =
        section === null
          ? ''
          : html`<p><a href="${sheetPath(slug, languageOf(slug, language, library))}#${section}">${MESSAGES.part(SECTIONS[section])}</a></p>`;
      const more = others.length === 0 ? '' : html`<h3>${MESSAGES.othersHeading}</h3>!${cards(others)}`;
      return html`!${heading(MESSAGES.foundHeading)}!${cards([slug])}!${part}!${more}`;
    }
    case 'choice':
      return html`!${heading(MESSAGES.choiceHeading)}!${cards(result.slugs)}`;
    case 'office':
      return html`!${heading(MESSAGES.officeHeading)}<p>!${linked(result.say)}</p>`;
    case 'nothing':
      return html`!${heading(MESSAGES.nothingHeading)}!${MESSAGES.nothing.map((line) => html`<p>${line}</p>`).join('')}
<p><a class="btn btn-primary" href="/chat">${MESSAGES.chat}</a></p>!${cards([PERSON_SHEET])}`;
  }
}

function heading(text: string): Html {
  return html`<h2 id="trovati" tabindex="-1">${text}</h2>`;
}

function cardView(sheet: Sheet, asked: Language, library: PublicLibrary): Html {
  const language = languageOf(sheet.slug, asked, library);
  const translation = language === 'it' ? null : library.translation(sheet.slug, language);
  const name =
    translation === null
      ? html`${sheet.title}`
      : html`!${spoken(language, translation.title)} (${sheet.title})`;
  return html`<li><a href="${sheetPath(sheet.slug, language)}">!${name}</a><p>${sheet.summary}</p></li>`;
}

/** The language of the question where the sheet is there in it, or Italian. */
function languageOf(slug: string, asked: Language, library: PublicLibrary): Language {
  return library.languages(slug).includes(asked) ? asked : 'it';
}
