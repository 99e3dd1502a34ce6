/** The papers to bring, one by one: what, where, what it costs, what else is taken. */
import type { Needed, NeededItem } from '../knowledge/sheet.ts';
import { type Html, html, linked } from '../web/html.ts';
import type { Telephones } from '../web/text-parts.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.sheet;

/** The Italian papers: each detail says what it is. */
export function italianNeeded(needed: Needed, telephones: Telephones): Html {
  return neededView(needed, telephones, ({ what, where, cost, alternative }) => [
    what,
    where && `${MESSAGES.neededWhere} ${where}`,
    cost && `${MESSAGES.neededCost} ${cost}`,
    alternative && `${MESSAGES.neededAlternative} ${alternative}`,
  ]);
}

/** The papers of a translation: its details are whole sentences. */
export function translatedNeeded(needed: Needed, telephones: Telephones): Html {
  return neededView(needed, telephones, ({ what, where, cost, alternative }) => [
    what,
    where,
    cost,
    alternative,
  ]);
}

function neededView(
  { intro, items }: Needed,
  telephones: Telephones,
  detailsOf: (item: NeededItem) => readonly (string | undefined)[],
): Html {
  const papers = items.map((item) => {
    const details = detailsOf(item).map((detail) => paragraph(detail ?? '', telephones));
    return html`<li><strong>${item.name}</strong>!${details.join('')}</li>`;
  });
  const list = papers.length === 0 ? '' : html`<ul class="needed-list">!${papers.join('')}</ul>`;
  return html`!${paragraph(intro, telephones)}!${list}`;
}

function paragraph(text: string, telephones: Telephones): Html {
  return text === '' ? '' : html`<p>!${linked(text, telephones)}</p>`;
}
