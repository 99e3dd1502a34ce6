/**
 * A text as a sparse vector: its words, pairs of words and pieces of words, hashed into a fixed number of buckets.
 * Pieces of words meet what spelling parts ("isee", "lisee", "iseee"), pairs tell "non respira" from "respira".
 * The same for learning and for reading; no list of words is kept. Pure.
 */
import { romanise, stem, wordsOf } from '../lib/words.ts';

/** Buckets: a power of two. With some ten thousand texts fewer than one feature in three shares its bucket. */
export const BUCKETS = 2 ** 19;

/** Changes whenever a text may give other features: models learnt before are then of no use. */
export const FEATURES_VERSION = 4;

/** How much a whole word, a pair and a piece count beside each other. */
const WORD = 1;
const PAIR = 0.5;
const PIECE = 0.35;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 4;
/** Longer texts are read up to here; the work stays bounded whatever is sent. */
const MOST_WORDS = 250;
const LONGEST_WORD = 30;

/** Buckets without repeats, and the weight of each. */
export interface Features {
  readonly buckets: Uint32Array;
  readonly weights: Float32Array;
}

/** Chat spellings, normalised: what is written, what is meant. */
export type Spellings = ReadonlyMap<string, string>;

/** Something known about a text besides its words: what an expression means, whatever the language. */
export interface Hint {
  readonly key: string;
  readonly weight: number;
}

export function featuresOf(text: string, spellings: Spellings, hints: readonly Hint[] = []): Features {
  const words = wordsOf(text)
    .slice(0, MOST_WORDS)
    .flatMap((word) => meant(word, spellings));
  const found = new Map<number, number>();
  const add = (key: string, kind: number, weight: number): void => {
    const bucket = hash(key, kind);
    if (weight > (found.get(bucket) ?? 0)) found.set(bucket, weight);
  };
  let previous = '';
  for (const word of words) {
    const root = stem(word);
    add(root, 1, WORD);
    add(`${previous} ${root}`, 2, PAIR);
    previous = root;
    const edged = `<${word}>`;
    for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
      for (let start = 0; start + length <= edged.length; start += 1) {
        add(edged.slice(start, start + length), 3, PIECE);
      }
    }
  }
  if (words.length > 0) add(`${previous} `, 2, PAIR);
  for (const { key, weight } of hints) add(key, 4, weight);
  return { buckets: Uint32Array.from(found.keys()), weights: Float32Array.from(found.values()) };
}

/** The words that a word stands for; most stand for themselves. */
function meant(word: string, spellings: Spellings): readonly string[] {
  const spelling = spellings.get(word);
  return spelling === undefined ? [romanise(word).slice(0, LONGEST_WORD)] : wordsOf(spelling);
}

/** The bucket of a whole word, by its stem: a model that has no row for it never met the word. */
export function bucketOf(root: string): number {
  return hash(root, 1);
}

/** FNV-1a over UTF-16 units, with the kind as its first one. */
function hash(key: string, kind: number): number {
  let value = Math.imul(0x811c9dc5 ^ kind, 0x01000193);
  for (let index = 0; index < key.length; index += 1) {
    value = Math.imul(value ^ key.charCodeAt(index), 0x01000193);
  }
  value ^= value >>> 15;
  return (Math.imul(value, 0x2c1b3c6d) >>> 0) & (BUCKETS - 1);
}
