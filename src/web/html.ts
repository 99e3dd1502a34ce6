import { html } from 'ghtml';
import { textParts } from './text-parts.ts';

/**
 * HTML as tagged templates: whatever is put into `html` is escaped, unless the placeholder is preceded by `!`
 * (`!${part}`), which is only for HTML made by another `html` template.
 */
export { html };

/** HTML that is safe to send or to put into a template with `!`. */
export type Html = string;

/** A text of ours with its web addresses and telephone numbers to be touched. */
export function linked(text: string): Html {
  return textParts(text)
    .map((part) =>
      part.href === undefined ? html`${part.text}` : html`<a href="${part.href}">${part.text}</a>`,
    )
    .join('');
}
