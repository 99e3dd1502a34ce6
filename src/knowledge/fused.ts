/** Articles and prepositions written together with their word, as who writes by ear does: "lisee", "dellaffitto". Pure. */
import { normalise, stem } from '../lib/words.ts';
import type { Words } from './query.ts';
import type { Recognised } from './vocabulary.ts';

const WORD = /\p{L}+/gu;
const FUSED = /^(l|un|d|[dns]ell|all|dall|sull|quell)(h?[aeiou][a-z]{2,})$/;

/** The text, normalised, with those words parted ("l'isee"), when the whole is no word and the rest is one, or nearly. */
export function partFused(text: string, language: Recognised, words: Words): string {
  if (language !== 'it') return text;
  return normalise(text).replace(WORD, (word) => {
    const [, article, own] = FUSED.exec(word) ?? [];
    if (article === undefined || own === undefined || isWord(word, words)) return word;
    const isNear = (): boolean => words.speller.correct(word) === null && words.speller.correct(own) !== null;
    return isWord(own, words) || isNear() ? `${article}'${own}` : word;
  });
}

function isWord(word: string, { lexicon, ...words }: Words): boolean {
  return words.isIndexed(stem(word)) || lexicon.known.has(word) || lexicon.isStop(word, 'it');
}
