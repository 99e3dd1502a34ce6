import { type Html, html } from '../web/html.ts';
import { PAGES_MESSAGES } from './messages.ts';

const MESSAGES = PAGES_MESSAGES.print;

/** Draws an address as a QR code: a whole `<svg>` element, safe to put into a page. */
export type DrawCode = (address: string) => Promise<Html>;

/**
 * What only paper shows: the address of the chat, as a code for a telephone too when there is who draws it, and the
 * address of the page.
 * @param code the drawing of `chat`; null: only the address is printed
 */
export function printFoot(
  addresses: { readonly chat: string; readonly page: string },
  code: Html | null,
): Html {
  const drawing =
    code === null ? '' : html`<div class="code" role="img" aria-label="${MESSAGES.codeLabel}">!${code}</div>`;
  return html`<div class="print-foot d-none d-print-block">!${drawing}
<p>${code === null ? MESSAGES.chat : MESSAGES.chatByCode}</p><p><strong>${addresses.chat}</strong></p>
<p>${MESSAGES.page} ${addresses.page}</p></div>`;
}
