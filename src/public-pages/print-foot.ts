import { type Html, html } from '../web/html.ts';
import { PAGES_MESSAGES } from './messages.ts';
import { qrCode } from './qr-code.ts';

const MESSAGES = PAGES_MESSAGES.print;

/** What only paper shows at the end of a page: the way to the chat, and the page's own address. */
export type PrintFoot = (page: string) => Html;

/**
 * Draws the code of the chat once; the foot of each page has it, with the address written out for who cannot use it.
 * @param chat address of the chat
 */
export function createPrintFoot(chat: string): PrintFoot {
  const code = qrCode(chat);
  return (page) => html`<div class="print-foot d-none d-print-block">
<div class="code" role="img" aria-label="${MESSAGES.codeLabel(chat)}">!${code}</div>
<p>${MESSAGES.chat}</p><p class="address">${chat}</p>
<p>${MESSAGES.page} <span class="address">${page}</span></p></div>`;
}
