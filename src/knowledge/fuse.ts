/** Rankings of sheets from retrieved passages, and their fusion when there are several retrievers. Pure. */
import type { PassageMetadata } from './retriever.ts';

/** A sheet that was retrieved. */
export interface Candidate {
  readonly slug: string;
  readonly score: number;
}

/** One candidate a sheet, in the order of the passages; its score is that of its best passage. */
export function candidatesOf(passages: readonly Readonly<PassageMetadata>[]): Candidate[] {
  const bySlug = new Map<string, Candidate>();
  for (const { slug, score } of passages) {
    const known = bySlug.get(slug);
    if (known === undefined || score > known.score) bySlug.set(slug, { slug, score });
  }
  return [...bySlug.values()];
}

/** Damps the weight of the first places: the value of the article that introduced it (Cormack and others, 2009). */
const DAMPING = 60;

/**
 * Reciprocal rank fusion: the order is that of the summed reciprocal ranks. The scores stay those of the first list,
 * whose scale the thresholds know; a sheet that only the others found takes the score of the one it displaces.
 */
export function fuse(lists: readonly (readonly Candidate[])[]): Candidate[] {
  const [first, ...others] = lists;
  if (first === undefined) return [];
  if (others.length === 0) return [...first];
  const sums = new Map<string, { candidate: Candidate; sum: number }>();
  for (const list of lists) {
    for (const [rank, candidate] of list.entries()) {
      const known = sums.get(candidate.slug);
      const sum = (known?.sum ?? 0) + 1 / (DAMPING + rank + 1);
      sums.set(candidate.slug, { candidate: known?.candidate ?? candidate, sum });
    }
  }
  const order = [...sums.values()].sort(
    (a, b) => b.sum - a.sum || a.candidate.slug.localeCompare(b.candidate.slug),
  );
  const scores = first.map(({ score }) => score).sort((a, b) => b - a);
  return order.map(({ candidate }, index) => ({ ...candidate, score: scores[index] ?? 0 }));
}
