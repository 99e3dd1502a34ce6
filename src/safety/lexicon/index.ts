import { arabic } from './ar.ts';
import { arabicInLatinLetters } from './ar-latin.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { georgian, georgianInLatinLetters } from './ka.ts';
import type { LanguageLexicon } from './lexicon.ts';
import { romanian } from './ro.ts';
import { albanian } from './sq.ts';
import { ukrainian } from './uk.ts';

/** Every language that is read, in the order in which equal findings are preferred. */
export const LEXICONS: readonly LanguageLexicon[] = [
  italian,
  english,
  french,
  spanish,
  romanian,
  albanian,
  arabic,
  arabicInLatinLetters,
  ukrainian,
  georgian,
  georgianInLatinLetters,
];
