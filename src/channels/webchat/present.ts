import { type Telephones, type TextPart, textParts } from '../../web/text-parts.ts';
import { WEBCHAT_MESSAGES as MESSAGES } from './messages.ts';
import type { WebchatEntry } from './store.ts';

/** An entry as the page gets it, in the first HTML and in the event stream alike. */
export interface PresentedEntry {
  readonly id: string;
  readonly from: WebchatEntry['from'];
  readonly sender: string;
  /** ISO 8601, and the same as people read it. */
  readonly at: string;
  readonly time: string;
  /** Links are made only in our own messages: a citizen's text is shown as it was written. */
  /** BCP 47; null for Italian or unknown. */
  readonly language: string | null;
  readonly parts: readonly TextPart[];
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** The id the page gave to this message when it sent it; null for ours. */
  readonly clientId: string | null;
}

const TIME = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** @param telephones to be touched wherever they stand */
export function present(entry: WebchatEntry, telephones: Telephones): PresentedEntry {
  const text = entry.kind === 'erased' ? MESSAGES.erased : entry.text;
  return {
    id: entry.id,
    from: entry.from,
    sender: MESSAGES.senders[entry.from],
    at: entry.at.toISOString(),
    time: TIME.format(entry.at),
    language: entry.language ?? languageOfScript(text),
    parts: entry.from === 'citizen' ? [{ text }] : textParts(text, telephones),
    choices: entry.kind === 'erased' ? [] : entry.choices.map(({ id, label }) => ({ id, label })),
    clientId: entry.providerMessageId === null ? null : clientIdOf(entry.providerMessageId),
  };
}

/** Scripts that one language of the assistant has for itself say it, whoever wrote. */
function languageOfScript(text: string): string | null {
  if (/\p{Script=Georgian}/u.test(text)) return 'ka';
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : null;
}

/** The key of a citizen's message: unique in the channel, the same for a repeat. */
export function providerMessageId(sessionId: string, clientId: string): string {
  return `${sessionId}:${clientId.toLowerCase()}`;
}

function clientIdOf(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
