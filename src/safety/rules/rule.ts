import type { CrisisKind, Urgency } from '../crisis.ts';

/** Reasons for which what looks like a cry is not one; each is a group of cues in the lexicons. */
export type Guard = 'past' | 'information' | 'laugh' | 'story' | 'tourist' | 'office' | 'later';

/**
 * How cues together make a cry. `any` holds alternatives, each either a sequence in the lexicon's notation
 * (`$NOT ~1 $WANT ~2 $LIVE`) or cues near each other in any order (`$PARTNER & $HITS @8`, within 8 words).
 */
export interface Rule {
  readonly id: string;
  readonly kind: CrisisKind;
  readonly urgency: Urgency;
  readonly why: string;
  readonly any: readonly string[];
  readonly guards: readonly Guard[];
  /** Cues that, within six words of the match and in its sentence, say it is something else. */
  readonly unlessNear?: readonly string[];
  /** Only in a message of at most so many words: the words mean little inside a longer request. */
  readonly alone?: number;
  /** `urgency: soon` becomes `now` when a cue of this moment (`NOW`) is within ten words. Default true. */
  readonly hastens?: boolean;
}
