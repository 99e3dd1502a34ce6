import { html } from 'ghtml';
import { type Telephones, textParts } from './text-parts.ts';

/**
 * HTML as tagged templates: whatever is put into `html` is escaped, unless the placeholder is preceded by `!`
 * (`!${part}`), which is only for HTML made by another `html` template.
 */
export { html };

/** HTML that is safe to send or to put into a template with `!`. */
export type Html = string;

/**
 * A text of ours with its web addresses and telephone numbers to be touched, which run from left to right in any text.
 * @param telephones numbers to be touched wherever they stand, not only after a word of calling; none when not given
 */
export function linked(text: string, telephones?: Telephones): Html {
  return textParts(text, telephones)
    .map((part) =>
      part.href === undefined ? html`${part.text}` : html`<a href="${part.href}" dir="ltr">${part.text}</a>`,
    )
    .join('');
}
