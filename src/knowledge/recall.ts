/** A talk may come back to what was spoken of before: those sheets are likelier than the words alone say. Pure. */
import type { Candidate } from './fuse.ts';
import type { WeighedMessage } from './weigh.ts';

/** How many times likelier a sheet is that was shown or offered in this talk. */
export const SPOKEN_OF = 6;

export interface Recalled {
  readonly weighed: WeighedMessage;
  readonly retrieved: readonly Candidate[];
}

/** The same message with the sheets of the talk made likelier; all shares still make one. */
export function recall(
  weighed: WeighedMessage,
  retrieved: readonly Candidate[],
  spokenOf: readonly string[],
): Recalled {
  if (spokenOf.length === 0) return { weighed, retrieved };
  const near = new Set<string>(spokenOf.map((slug) => `sheet/${slug}`));
  const likely = (matter: string, share: number): number => share * (near.has(matter) ? SPOKEN_OF : 1);
  const sum = weighed.matters.reduce((total, { matter, share }) => total + likely(matter, share), 0);
  const matters = weighed.matters
    .map((one) => ({ ...one, share: likely(one.matter, one.share) / sum }))
    .sort((a, b) => b.share - a.share || a.matter.localeCompare(b.matter));
  const candidates = retrieved
    .map((one) => ({ ...one, score: likely(`sheet/${one.slug}`, one.score) / sum }))
    .sort((a, b) => b.score - a.score || a.slug.localeCompare(b.slug));
  const isBack = matters[0] !== undefined && near.has(matters[0].matter);
  return { weighed: { ...weighed, matters, unclear: isBack ? 0 : weighed.unclear }, retrieved: candidates };
}
