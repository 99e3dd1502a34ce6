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
  const folded = sources.map((source) => normalise(source).replaceAll("'", ' '));
  const all = folded.map((source) => wholeWords([source]));
  // Most sets have nothing in a text: to know it, one look at the text for all of them is enough.
  const { latin = [], other = [] } = Object.groupBy(folded, (source) =>
    isLatin(source) ? 'latin' : 'other',
  );
  const any = [latin, other].filter((group) => group.length > 0).map(wholeWords);
  const isIn = (spaced: string): boolean => any.some((pattern) => spaced.search(pattern) >= 0);
  return {
    test: (text) => isIn(spacedOut(text)),
    weigh: (text, isAsking) => {
      const spaced = spacedOut(text);
      if (!isIn(spaced)) return 0;
      let most = 0;
      for (const pattern of all) {
        for (const match of matchesOf(pattern, spaced)) {
          most = Math.max(most, weightOf(match, spaced, isAsking));
        }
      }
      return most;
    },
    without: (text) => {
      const spaced = spacedOut(text);
      return isIn(spaced) ? all.reduce((rest, pattern) => rest.replace(pattern, ' '), spaced) : spaced;
    },
  };
}

/** As `matchAll`, which copies the expression each time: too dear for hundreds of them. */
function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    yield match;
  }
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

/**
 * Any of the sources, normalised like the texts, as whole words; `\w` stands for a letter or digit. Those in plain Latin
 * letters are read several times faster without the letters of other scripts.
 */
function wholeWords(sources: readonly string[]): RegExp {
  const any = sources.join('|');
  if (sources.every(isLatin)) return new RegExp(`(?<![a-z0-9])(?:${any})(?![a-z0-9])`, 'g');
  return new RegExp(`(?<!${LETTER})(?:${any.replaceAll('\\w', LETTER)})(?!${LETTER})`, 'gu');
}

const LETTER = '[\\p{L}\\p{N}]';

function isLatin(source: string): boolean {
  return /^[ -~]*$/.test(source);
}
