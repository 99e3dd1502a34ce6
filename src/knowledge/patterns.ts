/** Regular expressions of the vocabulary made ready: they match whole words of a normalised text. Pure. */
import { normalise, wordsOf } from '../lib/words.ts';

export interface PatternSet {
  /** Whether anything matches. */
  test(normalised: string): boolean;
  /** How much the best match says; 0 when nothing matches. */
  weigh(normalised: string, isAsking: (word: string) => boolean): number;
  /** The text without what matches. */
  without(normalised: string): string;
}

/** A match in a question is worth some words more; so is one that holds the word that asks. */
const QUESTION_WORDS = 2;
const ASKING_WORDS = 2;

export function createPatterns(sources: readonly string[]): PatternSet {
  const all = sources.map((source) => wholeWords(source));
  return {
    test: (text) => {
      const spaced = spacedOut(text);
      return all.some((pattern) => spaced.search(pattern) >= 0);
    },
    weigh: (text, isAsking) => {
      const spaced = spacedOut(text);
      const matches = all.flatMap((pattern) => [...spaced.matchAll(pattern)]);
      return Math.max(0, ...matches.map((match) => weightOf(match, spaced, isAsking)));
    },
    without: (text) => all.reduce((rest, pattern) => rest.replace(pattern, ' '), spacedOut(text)),
  };
}

/** Longer matches say more. */
function weightOf(match: RegExpExecArray, text: string, isAsking: (word: string) => boolean): number {
  const words = wordsOf(match[0]);
  const asks = words.some(isAsking) ? ASKING_WORDS : 0;
  return words.length + asks + (isInQuestion(text, match.index + match[0].length) ? QUESTION_WORDS : 0);
}

/** Whether the sentence that holds this place ends with a question mark. */
function isInQuestion(text: string, place: number): boolean {
  return /^[^.!?؟]*[?؟]/.test(text.slice(Math.max(0, place - 1)));
}

/** Apostrophes part words: "cos'è" is read as "cos e". */
function spacedOut(text: string): string {
  return text.replaceAll("'", ' ').replace(/\s+/g, ' ');
}

/** The source is normalised like the texts; `\w` stands for a letter or digit of any script. */
function wholeWords(source: string): RegExp {
  const folded = normalise(source).replaceAll("'", ' ').replaceAll('\\w', '[\\p{L}\\p{N}]');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${folded})(?![\\p{L}\\p{N}])`, 'gu');
}
