import { SECTIONS } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { isolated } from '../lib/right-to-left.ts';
import { type Html, html, linked } from '../web/html.ts';
import type { Telephones } from '../web/text-parts.ts';
import { cardsView } from './cards.ts';
import { directionOf, languageOf, listLanguageOf, listPath, sheetPath } from './languages.ts';
import { findSheet, type PublicLibrary } from './library.ts';
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
<div class="search-row"><input class="form-control" type="search" id="q" name="q" value="${question}" maxlength="${LONGEST_QUESTION}" dir="auto" autocomplete="off" enterkeyhint="search" aria-describedby="q-aiuto">
<button class="btn btn-primary" type="submit">${MESSAGES.button}</button></div>
</form>`;
}

/**
 * Where to call, for who is in danger; empty when nothing tells of any. It stands before all else, with a warning that
 * the browser remembers the address of the search: whoever looks at the telephone next could read it.
 */
export function dangerView({ danger }: Found, telephones: Telephones): Html {
  if (danger === null) return '';
  const lines = danger.text.split('\n').filter((line) => line.trim() !== '');
  return html`<div class="danger-box"><div lang="${danger.language}" dir="${directionOf(danger.language)}">!${lines
    .map((line) => html`<p>!${linked(isolated(line, danger.language), telephones)}</p>`)
    .join('')}</div>
<p>${MESSAGES.remembered}</p><p><a class="btn btn-primary" href="/chat">${MESSAGES.chat}</a></p></div>`;
}

export function foundView(found: Found, library: PublicLibrary): Html {
  return html`<section aria-labelledby="trovati">!${resultView(found.result, found.language, library)}</section>
<p><a href="${listPath(listLanguageOf(library, found.language))}">${MESSAGES.all}</a></p>`;
}

function resultView(result: FoundResult, language: Language, library: PublicLibrary): Html {
  const cards = (slugs: readonly string[]): Html =>
    cardsView(
      slugs.flatMap((slug) => findSheet(library, slug) ?? []),
      language,
      library,
    );
  switch (result.kind) {
    case 'sheet': {
      const { slug, section, others } = result;
      const part =
        section === null
          ? ''
          : html`<p><a href="${sheetPath(slug, languageOf(library, slug, language))}#${section}">${MESSAGES.part(SECTIONS[section])}</a></p>`;
      const more = others.length === 0 ? '' : html`<h3>${MESSAGES.othersHeading}</h3>!${cards(others)}`;
      return html`!${heading(MESSAGES.foundHeading)}!${cards([slug])}!${part}!${more}`;
    }
    case 'choice':
      return html`!${heading(MESSAGES.choiceHeading)}!${cards(result.slugs)}`;
    case 'office':
      return html`!${heading(MESSAGES.officeHeading)}<p>!${linked(result.say, library.telephones())}</p>`;
    case 'nothing':
      return html`!${heading(MESSAGES.nothingHeading)}!${MESSAGES.nothing.map((line) => html`<p>${line}</p>`).join('')}
<p><a class="btn btn-primary" href="/chat">${MESSAGES.chat}</a></p>!${cards([PERSON_SHEET])}`;
  }
}

function heading(text: string): Html {
  return html`<h2 id="trovati" tabindex="-1">${text}</h2>`;
}
