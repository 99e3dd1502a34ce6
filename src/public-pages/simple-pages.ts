import { type Html, html, linked } from '../web/html.ts';
import { ACCESSIBILITY_MESSAGES, type AccessibilityFacts } from './accessibility-messages.ts';
import { PAGES_MESSAGES } from './messages.ts';
import { NOTICE_MESSAGES, type NoticeFacts, type NoticeSection, noticeSections } from './notice-messages.ts';

const NOTHING_TOLD: NoticeFacts = { controller: null, contact: null, dpo: null };

/** The privacy notice: short answers first, then the whole. */
export function noticeContent(facts: NoticeFacts | null): Html {
  return html`<h1>${NOTICE_MESSAGES.heading}</h1>
<div class="lead-box"><h2>${NOTICE_MESSAGES.shortHeading}</h2>!${list(NOTICE_MESSAGES.short)}</div>
<h2>${NOTICE_MESSAGES.longHeading}</h2>
!${noticeSections(facts ?? NOTHING_TOLD)
    .map((section) => sectionView(section, 3))
    .join('')}`;
}

export function accessibilityContent(facts: AccessibilityFacts | null): Html {
  const messages = ACCESSIBILITY_MESSAGES;
  const feedback = {
    heading: messages.feedbackHeading,
    lines: [...messages.feedback(facts?.feedback), ...messages.defender],
  };
  const statement =
    facts?.statementUrl === undefined
      ? html`<div class="warning-box">!${paragraphs(messages.draft)}</div>`
      : html`<p><a href="${facts.statementUrl}">${messages.official}</a></p>`;
  return html`<h1>${messages.heading}</h1>
!${statement}
!${[...messages.sections, feedback].map((section) => sectionView(section, 2)).join('')}`;
}

export function notFoundContent(): Html {
  const messages = PAGES_MESSAGES.notFound;
  return html`<h1>${messages.heading}</h1>
!${paragraphs(messages.lines)}
<ul class="link-cards"><li><a href="/chat">${messages.chat}</a></li><li><a href="/servizi">${messages.services}</a></li><li><a href="/">${messages.home}</a></li></ul>`;
}

/** @param level of the heading, one more than the heading above it */
function sectionView({ heading, lines }: NoticeSection, level: 2 | 3): Html {
  const title = level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`;
  return html`<section>!${title}!${paragraphs(lines)}</section>`;
}

function paragraphs(lines: readonly string[]): Html {
  return lines.map((line) => html`<p>!${linked(line)}</p>`).join('');
}

function list(lines: readonly string[]): Html {
  return html`<ul>!${lines.map((line) => html`<li>${line}</li>`).join('')}</ul>`;
}
