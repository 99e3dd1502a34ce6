import type { Media } from '../input.ts';

/** Something that is not text arrived. */
export interface MediaReceived {
  readonly kind: 'media-received';
  readonly media: Media | 'location' | 'contact' | 'unsupported';
}
