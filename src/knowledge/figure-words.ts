/** How figures are said in each language: the shape of knowledge/figure-words.yaml. */
import { z } from 'zod';
import { LANGUAGES } from '../lib/language.ts';

const form = z
  .string()
  .refine((text) => text.includes('{value}') && text.includes('{year}'), 'holds {value} and {year}');

export const FigureWords = z.strictObject({
  /** While the figure is sure. */
  current: form,
  /** After its last sure day. */
  old: form,
});
export type FigureWords = z.infer<typeof FigureWords>;

export const FigureWordsFile = z.record(z.enum(LANGUAGES), FigureWords);
export type FigureWordsByLanguage = z.infer<typeof FigureWordsFile>;
