/**
 * Words for the engines that leave them to their user, and a second choice for the others: the usual ones (Orama's stop
 * words, Snowball's stems), or Segretariato's own normalisation and stems, so that these make no difference.
 */
import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import { normalise, stem, wordsOf } from '../../src/lib/words.ts';

export { stemmer };
export const STOP_WORDS: readonly string[] = stopwords;

/** From a text to its terms, in order, repetitions kept. */
export interface Analysis {
  readonly words: string;
  of(text: string): string[];
}

const stops = new Set([...STOP_WORDS, ...STOP_WORDS.map(normalise)]);

/** Runs of letters or digits in lower case. */
export const PLAIN: Analysis = {
  words: 'words as they are',
  of: (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
};

export const SNOWBALL: Analysis = {
  words: 'Snowball stems',
  of: (text) => {
    const words = PLAIN.of(text).filter((word) => !stops.has(word));
    return words.map(stemmer);
  },
};

/** Accents folded too, Arabic stemmed too. */
export const OURS: Analysis = {
  words: 'our stems',
  of: (text) => {
    const words = wordsOf(text).filter((word) => word.length > 1 && !stops.has(word));
    return words.map(stem);
  },
};
