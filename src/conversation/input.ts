/** What a citizen sent, in the core's words: a channel's message without what only the channel needs. */
import { clean } from './clean.ts';

export const MEDIA = ['voice', 'audio', 'image', 'video', 'document', 'sticker'] as const;
export type Media = (typeof MEDIA)[number];

export type Input =
  | { readonly kind: 'text'; readonly text: string }
  /** A pressed button: the id we gave it. */
  | { readonly kind: 'choice'; readonly choiceId: string }
  | { readonly kind: 'media'; readonly media: Media; readonly caption?: string }
  | { readonly kind: 'location' }
  | { readonly kind: 'contact' }
  | { readonly kind: 'unsupported' };

/** The cleaned words of an input; a caption counts as text; empty when there are none. */
export function textOf(input: Input): string {
  if (input.kind === 'text') return clean(input.text);
  if (input.kind === 'media') return clean(input.caption ?? '');
  return '';
}
