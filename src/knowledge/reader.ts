/** Reads messages as the index sees them, without answering: what learning and understanding share. Pure. */
import { partFused } from './fused.ts';
import { buildIndex, type Index } from './index.ts';
import { createLanguageRecogniser, type RecogniseLanguage } from './language.ts';
import { type Query, readQuery } from './query.ts';
import type { Sheet } from './sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Reader = (text: string) => Query;

export function createReader(sheets: readonly Sheet[], vocabulary: Vocabulary): Reader {
  return readerOver(buildIndex(sheets, vocabulary), createLanguageRecogniser(vocabulary));
}

/** A message in a language that is not recognised is read as Italian. */
export function readerOver(index: Index, recogniseLanguage: RecogniseLanguage): Reader {
  return (text) => {
    const language = recogniseLanguage(text) ?? 'it';
    return readQuery(partFused(text, language, index), language, index);
  };
}
