import { readability } from '../../lib/readability.ts';
import { BLANKS, fill } from '../phrases.ts';
import type { Inspection } from './index.ts';
import { faultAt, italian } from './parts.ts';

const EASY = 80;
const LONGEST_SENTENCE = 20;

/** An Italian phrase that is hard for who went to primary school only (Gulpease below 80), or with a long sentence. */
export const readingEase: Inspection = (written) => {
  const source = italian(written);
  if (source === undefined) return [];
  return Object.entries(source.content.phrases).flatMap(([key, text]) => {
    const filled = fill(text, BLANKS);
    const { score } = readability(filled);
    const longest = Math.max(
      ...filled.split(/[.!?\n]+/).map((sentence) => sentence.trim().split(/\s+/).length),
    );
    const hard = score < EASY ? [`"${key}" ha Gulpease ${Math.floor(score)}, meno di ${EASY}`] : [];
    const long = longest > LONGEST_SENTENCE ? [`"${key}" ha una frase di ${longest} parole`] : [];
    return [...hard, ...long].map((what) =>
      faultAt(source, ['phrases', key], what, 'usa parole più corte e frasi più brevi'),
    );
  });
};
