/** What a message asks about, as units to look up: a word, or an expression with what it means. Pure. */
import { stem } from '../lib/words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Speller } from './spelling.ts';
import type { Recognised } from './vocabulary.ts';

/** Stems that are looked up together, and how much they are worth (1 = the citizen's own words). */
export interface Reading {
  readonly stems: readonly string[];
  readonly weight: number;
}

/** A piece of the message with all the ways it can be read; the best one counts, never their sum. */
export interface Unit {
  /** Place among the message's full words. */
  readonly place: number;
  readonly readings: readonly Reading[];
  /** Words of any request ("domanda", "servizio"): they help to find a name, and say little by themselves. */
  readonly isRequest: boolean;
}

export interface Query {
  readonly units: readonly Unit[];
}

const MEANT = 0.85;
const CORRECTED = 0.8;

export interface Words {
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  /** Whether some sheet has this stem. */
  isIndexed(stem: string): boolean;
  /** Whether the name of some sheet has it. */
  isInName(stem: string): boolean;
}

/** Reads a message: expressions first, then the single words left; empty words are dropped. */
export function readQuery(text: string, language: Recognised, words: Words): Query {
  const spoken = words.lexicon.read(text).map((word) => mended(word, language, words));
  const list = spoken.map(({ word }) => word);
  const matches = words.lexicon.matches(list, language);
  const units: Unit[] = [];
  const cover = new Map(matches.map((match) => [match.start, match]));
  for (let place = 0; place < list.length; place += 1) {
    const match = cover.get(place);
    const own = spoken.slice(place, match?.end ?? place + 1);
    const full = own.filter(({ word }) => isFull(word, language, words));
    const readings: Reading[] = [];
    if (full.length > 0) {
      const weight = full.some(({ isCorrected }) => isCorrected) ? CORRECTED : 1;
      readings.push({ stems: full.map(({ word }) => stem(word)), weight });
    }
    for (const stems of match?.means ?? []) readings.push({ stems, weight: MEANT / Math.sqrt(stems.length) });
    if (readings.length > 0) {
      const isRequest =
        match === undefined && full.every(({ word }) => words.lexicon.isRequest(word, language));
      units.push({ place: units.length, readings, isRequest });
    }
    if (match !== undefined) place = match.end - 1;
  }
  return { units };
}

interface SpokenWord {
  readonly word: string;
  readonly isCorrected: boolean;
}

function mended(word: string, language: Recognised, words: Words): SpokenWord {
  const isKnown =
    language !== 'it' ||
    words.isIndexed(stem(word)) ||
    words.lexicon.known.has(word) ||
    !isFull(word, language, words);
  if (isKnown) return { word, isCorrected: false };
  const guesses = [word, word.replaceAll('k', 'ch'), word.replaceAll('k', 'c')];
  for (const guess of guesses) {
    if (guess !== word && (words.isIndexed(stem(guess)) || !isFull(guess, language, words))) {
      return { word: guess, isCorrected: true };
    }
    const corrected = words.speller.correct(guess);
    if (corrected !== null) return { word: corrected, isCorrected: true };
  }
  return { word, isCorrected: false };
}

function isFull(word: string, language: Recognised, words: Words): boolean {
  if (words.lexicon.isStop(word, language)) return false;
  // Ages and amounts choose no sheet; the number of a law does when a sheet is called by it.
  if (/^\d+$/.test(word)) return words.isInName(stem(word));
  return word.length > 1;
}
