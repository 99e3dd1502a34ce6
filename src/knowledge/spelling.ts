/** Finds the known word that a misspelt one stands for: shared trigrams choose, edit distance decides. Pure. */
import { rememberRecent } from '../lib/recent.ts';
import { stem } from '../lib/words.ts';

export interface Speller {
  /** A known word that the misspelt one stands for, or null when none is near enough to be sure. */
  correct(word: string): string | null;
}

const SHORTEST = 5;
const SURE_LENGTH = 6;
const WORDS_KEPT = 5_000;

/** @param words words as people write them */
export function createSpeller(words: Iterable<string>): Speller {
  const known = new Set([...words].filter((word) => /^[a-z]{4,}$/.test(word)));
  const stems = new Set<string>();
  const bySingled = new Map<string, string>();
  const byTrigram = new Map<string, string[]>();
  for (const word of known) {
    const singled = single(stem(word));
    stems.add(stem(word));
    if (!bySingled.has(singled)) bySingled.set(singled, word);
    for (const trigram of trigramsOf(word)) {
      const shelf = byTrigram.get(trigram);
      if (shelf === undefined) byTrigram.set(trigram, [word]);
      else shelf.push(word);
    }
  }
  return {
    correct: rememberRecent((word) => {
      if (!/^[a-z]{4,30}$/.test(word) || stems.has(stem(word))) return null;
      return (
        bySingled.get(single(stem(word))) ?? (word.length < SHORTEST ? null : nearestOf(word, byTrigram))
      );
    }, WORDS_KEPT),
  };
}

/** Double letters are the commonest slip of who writes Italian by ear: "boleta", "picola", "dotore". */
function single(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3)));
}

function nearestOf(word: string, byTrigram: ReadonlyMap<string, readonly string[]>): string | null {
  const shared = new Map<string, number>();
  for (const trigram of trigramsOf(word)) {
    for (const candidate of byTrigram.get(trigram) ?? []) {
      shared.set(candidate, (shared.get(candidate) ?? 0) + 1);
    }
  }
  const allowed = word.length >= 10 ? 2 : 1;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  let bestShared = 0;
  for (const [candidate, count] of shared) {
    if (count < 2 || candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > allowed) continue;
    // A short word has too many neighbours: only a lost letter is mended there.
    if (word.length < SURE_LENGTH && candidate.length <= word.length) continue;
    const distance = editDistance(word, candidate, allowed);
    const isBetter = distance < bestDistance || (distance === bestDistance && count > bestShared);
    if (distance <= allowed && isBetter) {
      best = candidate;
      bestDistance = distance;
      bestShared = count;
    }
  }
  return best;
}

/** Letters added, lost, changed or swapped with their neighbour; above `most` the exact figure does not matter. */
export function editDistance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > most) return most + 1;
    before = last;
    last = current;
  }
  return last[other.length] ?? most + 1;
}
