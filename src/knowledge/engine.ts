/** All that understanding needs, made once from the sheets and the vocabulary. Pure. */
import { type Aspects, createAspects } from './aspect.ts';
import { buildIndex, type Index } from './index.ts';
import { createLanguageRecogniser, type RecogniseLanguage } from './language.ts';
import { createPatterns, type PatternSet } from './patterns.ts';
import { type Query, readQuery } from './query.ts';
import type { Sheet } from './sheet.ts';
import { createSmalltalk, type RecogniseSmalltalk } from './smalltalk.ts';
import type { Recognised, Vocabulary } from './vocabulary.ts';

export interface Engine {
  readonly index: Index;
  readonly aspects: Aspects;
  readonly followUp: PatternSet;
  /** By id of the other office: what decides before any sheet. */
  readonly refusals: readonly { readonly id: string; readonly patterns: PatternSet }[];
  readonly recogniseLanguage: RecogniseLanguage;
  readonly recogniseSmalltalk: RecogniseSmalltalk;
  read(text: string, language: Recognised): Query;
}

export function createEngine(sheets: readonly Sheet[], vocabulary: Vocabulary): Engine {
  const index = buildIndex(sheets, vocabulary);
  return {
    index,
    aspects: createAspects(vocabulary),
    followUp: createPatterns(vocabulary.followUp),
    refusals: vocabulary.otherOffices.map(({ id, patterns }) => ({
      id,
      patterns: createPatterns(patterns ?? []),
    })),
    recogniseLanguage: createLanguageRecogniser(vocabulary),
    recogniseSmalltalk: createSmalltalk(
      vocabulary,
      (word) => index.lexicon.isStop(word, 'it') || index.lexicon.isRequest(word, 'it'),
    ),
    read: (text, language) => readQuery(text, language, index),
  };
}
