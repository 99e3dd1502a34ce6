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
  const all = sources.map((source) => wholeWords([source]));
  // Most sets have nothing in a text: to know it, one look at the text for all of them is enough.
  const any = wholeWords(sources);
  const isIn = (spaced: string): boolean => sources.length > 0 && spaced.search(any(spaced)) >= 0;
  return {
    test: (text) => isIn(spacedOut(text)),
    weigh: (text, isAsking) => {
      const spaced = spacedOut(text);
      if (!isIn(spaced)) return 0;
      let most = 0;
      for (const pattern of all) {
        for (const match of matchesOf(pattern(spaced), spaced)) {
          most = Math.max(most, weightOf(match, spaced, isAsking));
        }
      }
      return most;
    },
    without: (text) => {
      const spaced = spacedOut(text);
      if (!isIn(spaced)) return spaced;
      return all.reduce((rest, pattern) => rest.replace(pattern(rest), ' '), spaced);
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

/** The expression to look for in a text: a text in plain Latin letters, as most are, is read several times faster. */
type Pattern = (text: string) => RegExp;

/** Any of the sources, which are normalised like the texts; `\w` stands for a letter or digit of any script. */
function wholeWords(sources: readonly string[]): Pattern {
  const folded = sources.map((source) => normalise(source).replaceAll("'", ' ')).join('|');
  let latin: RegExp | null = null;
  let every: RegExp | null = null;
  return (text) => {
    if (LATIN.test(text)) {
      latin ??= new RegExp(`(?<![a-z0-9])(?:${folded})(?![a-z0-9])`, 'g');
      return latin;
    }
    every ??= new RegExp(`(?<!${LETTER})(?:${folded.replaceAll('\\w', LETTER)})(?!${LETTER})`, 'gu');
    return every;
  };
}

const LATIN = /^[ -^`-~]*$/;
const LETTER = '[\\p{L}\\p{N}]';
