import { type Html, html } from '../../../web/html.ts';
import { WEBCHAT_MESSAGES as MESSAGES } from '../messages.ts';
import type { PresentedEntry } from '../present.ts';

/** What a form of the page carries along. */
export interface FormContext {
  readonly csrf: string;
  readonly embedded: boolean;
  /** A new UUID for each form, so that sending it twice is one message. */
  readonly newClientId: () => string;
}

/** One message. `withChoices`: it is the last one of ours, and its choices can still be pressed. */
export function entryView(entry: PresentedEntry, withChoices: boolean, form: FormContext): Html {
  const choices = withChoices && entry.choices.length > 0 ? choicesView(entry, form) : '';
  return html`<li class="chat-entry chat-entry-${entry.from}" data-id="${entry.id}" data-client-id="${entry.clientId ?? ''}">
<div class="chat-bubble">
<p class="chat-meta"><strong class="chat-sender">${entry.sender}</strong> <time class="chat-time" datetime="${entry.at}">${entry.time}</time></p>
<p class="chat-text" dir="auto"!${languageOf(entry)}>!${entry.parts.map((part) => partView(part, form.embedded)).join('')}</p>
</div>
!${choices}
</li>`;
}

/** From a frame, links open a page of their own. Addresses and numbers run from left to right in any message. */
function partView(part: PresentedEntry['parts'][number], embedded: boolean): Html {
  if (part.href === undefined) return html`${part.text}`;
  const target = embedded ? '_blank' : '_self';
  return html`<a href="${part.href}" dir="ltr" rel="noopener" target="${target}">${part.text}</a>`;
}

/** The choices as buttons, numbered as they can be typed. */
function choicesView(entry: PresentedEntry, form: FormContext): Html {
  const buttons = entry.choices.map(
    (choice, index) =>
      html`<button class="btn btn-outline-primary chat-choice" type="submit" name="choice" value="${choice.id}"><span class="chat-choice-number">${index + 1}.</span> <span class="chat-choice-label" dir="auto"!${languageOf(entry)}>${choice.label}</span></button>`,
  );
  return html`<form class="chat-choices" method="post" action="${formAction(form.embedded)}" role="group" aria-label="${MESSAGES.choices}">
!${hiddenFields(form)}
!${buttons.join('\n')}
</form>`;
}

function languageOf(entry: PresentedEntry): Html {
  return entry.language === null ? '' : html` lang="${entry.language}"`;
}

export function hiddenFields(form: FormContext): Html {
  return html`<input type="hidden" name="csrf" value="${form.csrf}"><input type="hidden" name="clientId" value="${form.newClientId()}">`;
}

export function formAction(embedded: boolean): string {
  return embedded ? '/chat/messages?embed=1' : '/chat/messages';
}
