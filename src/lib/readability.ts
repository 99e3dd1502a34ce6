/**
 * How easy an Italian text is to read: Gulpease = 89 + (300 · sentences − 10 · letters) / words, kept between
 * 0 and 100 (Lucisano and Piemontese, 1988). 80 and more is easy for a reader with a primary-school certificate.
 * A line of a list or a line break ends a sentence; a word is a run of letters, digits or apostrophes.
 */
export interface Readability {
  readonly score: number;
  readonly words: number;
  readonly sentences: number;
  readonly letters: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*['’]?/gu;
const NOT_TEXT = /https?:\/\/\S+/g;

/** The sentences of a text, trimmed: split at . ! ? : ; and line ends, without list marks. */
export function sentences(text: string): string[] {
  return text
    .replace(NOT_TEXT, '')
    .split(/\n+|(?<=[.!?:;…])(?=\s)/u)
    .map((part) => part.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '').trim())
    .filter((part) => countWords(part) > 0);
}

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Gulpease of a text; an empty text scores 100. */
export function readability(text: string): Readability {
  const parts = sentences(text);
  const words = parts.reduce((sum, part) => sum + countWords(part), 0);
  const letters = parts.reduce((sum, part) => sum + (part.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  if (words === 0) return { score: 100, words: 0, sentences: 0, letters: 0 };
  const raw = 89 + (300 * parts.length - 10 * letters) / words;
  return { score: Math.max(0, Math.min(100, raw)), words, sentences: parts.length, letters };
}
