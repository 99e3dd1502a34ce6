import { assetUrl } from '../../../web/assets.ts';
import { type Html, html } from '../../../web/html.ts';
import { documentHead, emergencyCall, page as sitePage, skipLinks, slimHeader } from '../../../web/layout.ts';
import { WEB_MESSAGES } from '../../../web/messages.ts';
import { WEBCHAT_MESSAGES as MESSAGES, type Problem } from '../messages.ts';
import type { PresentedEntry } from '../present.ts';
import { TEXT_LIMIT } from '../schema.ts';
import { entryView, type FormContext, formAction, hiddenFields } from './entry.ts';

export interface ChatPage {
  readonly ambito: string;
  readonly entries: readonly PresentedEntry[];
  readonly form: FormContext;
  /** An answer is due soon: without JavaScript the page reloads by itself. */
  readonly awaiting: boolean;
  readonly problem: Problem | null;
  /** What the citizen had written when the problem came: never lost. */
  readonly draft: string;
}

export function chatPage(page: ChatPage): Html {
  const lastOfOurs = page.entries.findLast((entry) => entry.from !== 'citizen');
  const entries = page.entries.map((entry) => entryView(entry, entry === lastOfOurs, page.form));
  const refresh = page.awaiting
    ? html`<noscript><meta http-equiv="refresh" content="4;url=${chatUrl(page.form.embedded)}"></noscript>`
    : '';
  return html`<!doctype html>
<html lang="it">
<head>
!${documentHead(`${MESSAGES.title} · ${WEB_MESSAGES.service}`)}
!${refresh}
<script src="${assetUrl('chat.js')}" defer></script>
</head>
<body class="chat-page">
!${skipLinks([
    ['#messaggio', MESSAGES.skipToComposer],
    ['#messaggi', MESSAGES.skipToMessages],
  ])}
!${page.form.embedded ? embeddedHeader() : slimHeader(page.ambito)}
<main class="chat-main container">
<h1 class="visually-hidden">${MESSAGES.heading}</h1>
<div class="chat-notice">
<p>${MESSAGES.automatic} <a href="/informativa" target="_blank">${MESSAGES.privacy}</a></p>
!${exitForm(page.form)}
</div>
<div class="chat-log" id="messaggi" role="log" aria-live="polite" aria-label="${MESSAGES.log}" tabindex="0">
<ol class="chat-entries list-unstyled">
!${entries.join('\n')}
</ol>
!${page.entries.length === 0 ? welcome(page.form) : ''}
</div>
!${composer(page)}
!${leaveForm(page.form)}
</main>
!${clientData(page)}
</body>
</html>`;
}

export function chatUrl(embedded: boolean): string {
  return embedded ? '/chat?embed=1' : '/chat';
}

function embeddedHeader(): Html {
  return html`<header class="site-header"><div class="container site-header-inner"><p class="site-name">${WEB_MESSAGES.service}</p>!${emergencyCall()}</div></header>`;
}

function welcome(form: FormContext): Html {
  return html`<div class="chat-welcome">
!${MESSAGES.welcome.map((line) => html`<p>${line}</p>`).join('')}
<form class="chat-begin" method="post" action="${formAction(form.embedded)}">
!${hiddenFields(form)}
<input type="hidden" name="text" value="${MESSAGES.greeting}">
<button class="btn btn-primary btn-lg" type="submit">${MESSAGES.begin}</button>
</form>
</div>`;
}

function composer(page: ChatPage): Html {
  const problem = page.problem === null ? '' : MESSAGES.problems[page.problem];
  const invalid = page.problem === null ? 'false' : 'true';
  return html`<div class="chat-composer">
<button class="btn btn-primary chat-more" type="button" hidden>${MESSAGES.more} ↓</button>
<p class="chat-connection"></p>
<p class="chat-state" role="status"></p>
<form class="chat-form" method="post" action="${formAction(page.form.embedded)}">
!${hiddenFields(page.form)}
<label class="chat-label" for="messaggio">${MESSAGES.composer}</label>
<p class="chat-problem" id="errore" role="alert">${problem}</p>
<div class="chat-row">
<textarea class="chat-input" id="messaggio" name="text" rows="2" dir="auto" autocomplete="off" aria-invalid="${invalid}" aria-describedby="errore tasti">${page.draft}</textarea>
<button class="btn btn-primary chat-send" type="submit">${MESSAGES.send}</button>
</div>
<p class="chat-hint" id="tasti" hidden>${MESSAGES.keysHint}</p>
<p class="chat-count" role="status"></p>
</form>
<noscript><p class="chat-refresh"><a href="${chatUrl(page.form.embedded)}">${MESSAGES.refresh}</a></p></noscript>
</div>`;
}

function exitForm(form: FormContext): Html {
  return html`<form class="chat-exit" method="post" action="${leaveAction(form.embedded, true)}">
<button class="btn btn-danger" type="submit" aria-describedby="uscita">${MESSAGES.exit}</button>
</form>`;
}

function leaveForm(form: FormContext): Html {
  return html`<details class="chat-options"><summary>${MESSAGES.options}</summary>
<p class="chat-exit-hint" id="uscita">${MESSAGES.exitHint}</p>
<form class="chat-leave" method="post" action="${leaveAction(form.embedded, false)}">
<button class="btn btn-outline-primary" type="submit">${MESSAGES.leave}</button>
</form></details>`;
}

function leaveAction(embedded: boolean, exit: boolean): string {
  const parameters = new URLSearchParams({
    ...(embedded ? { embed: '1' } : {}),
    ...(exit ? { exit: '1' } : {}),
  });
  return parameters.size === 0 ? '/chat/leave' : `/chat/leave?${parameters}`;
}

/** What the script of the page needs: markup to copy and words to say, so that it holds neither. */
function clientData(page: ChatPage): Html {
  const blank: PresentedEntry = {
    id: '',
    from: 'citizen',
    sender: MESSAGES.senders.citizen,
    at: '',
    language: null,
    time: '',
    parts: [],
    choices: [{ id: '', label: '' }],
    clientId: null,
  };
  const { state, sending, sent, notSent, retry, problems, charactersLeft } = MESSAGES;
  const data = {
    after: page.entries.at(-1)?.id ?? '',
    embedded: page.form.embedded,
    textLimit: TEXT_LIMIT,
    chatUrl: chatUrl(page.form.embedded),
    messages: { state, sending, sent, notSent, retry, problems, charactersLeft },
  };
  return html`<template id="modello">!${entryView(blank, true, page.form)}</template>
<div id="dati" hidden data-chat="${JSON.stringify(data)}"></div>`;
}

/** For a message that another site tried to send: what happened, and the way to the chat. */
export function refusedPage(ambito: string, message: string): Html {
  const content = html`<h1>${MESSAGES.heading}</h1><p>${message}</p><p><a class="btn btn-primary" href="/chat">${WEB_MESSAGES.chat}</a></p>`;
  return sitePage({ ambito, title: MESSAGES.title, path: '/chat', content });
}

/** Where "Esci in fretta" leads without JavaScript: a page with nothing to read, under a neutral name. */
export function blankPage(): Html {
  return html`<!doctype html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${MESSAGES.blank}</title></head><body></body></html>`;
}
