/** All that understanding needs, made once from the sheets and the vocabulary. Pure. */
import type { Spellings } from '../classifier/features.ts';
import type { Model } from '../classifier/model.ts';
import type { Aspect } from '../conversation/ports.ts';
import { rememberRecent } from '../lib/recent.ts';
import { askedAspect } from './asked.ts';
import { type Aspects, createAspects } from './aspect.ts';
import type { KnowledgeBase, LearntModels } from './base.ts';
import { leaningOf } from './follow-up.ts';
import { buildIndex, type Index } from './index.ts';
import { createLanguageRecogniser, type RecogniseLanguage } from './language.ts';
import { createPatterns, type PatternSet } from './patterns.ts';
import { type Reader, readerOver } from './reader.ts';
import type { Matter } from './requests.ts';
import { createSmalltalk, type RecogniseSmalltalk } from './smalltalk.ts';
import type { Recognised } from './vocabulary.ts';
import { type WeighedMessage, weighMatters } from './weigh.ts';
import { createWrittenLanguage } from './written.ts';

export interface Engine {
  readonly index: Index;
  /** All that a message may be about: the sheets, the other offices' matters, nothing. */
  readonly matters: readonly Matter[];
  /** Learnt from the example requests. */
  readonly requests: Model;
  readonly spellings: Spellings;
  /** Which part of a sheet a message asks about; null when none. */
  asked(text: string, language: Recognised): Aspect | null;
  readonly aspects: Aspects;
  /** Natural logarithm of the odds that a message leans on what was said before. */
  leaning(text: string, language: Recognised): number;
  /** By id of the other office: what decides before any sheet. */
  readonly refusals: readonly { readonly id: string; readonly patterns: PatternSet }[];
  /** The matters of those, which nobody is lightly taken to mean. */
  readonly refused: ReadonlySet<Matter>;
  readonly recogniseLanguage: RecogniseLanguage;
  /** The same, and what was learnt of how each language is written: for what is answered, not for how it is read. */
  readonly writtenLanguage: RecogniseLanguage;
  readonly recogniseSmalltalk: RecogniseSmalltalk;
  readonly read: Reader;
  /** What a message may be about. The last ones are remembered: retrieving and deciding look at the same message. */
  weigh(text: string): WeighedMessage;
}

export type EngineParts = Pick<KnowledgeBase, 'sheets' | 'vocabulary' | keyof LearntModels>;

export function createEngine({
  sheets,
  vocabulary,
  requests,
  aspects: learned,
  followUps,
  languages,
}: EngineParts): Engine {
  const index = buildIndex(sheets, vocabulary);
  const aspects = createAspects(vocabulary);
  const spellings = new Map(Object.entries(vocabulary.abbreviations));
  const recogniseLanguage = rememberRecent(createLanguageRecogniser(vocabulary));
  const refusals = vocabulary.otherOffices.flatMap(({ id, patterns }) =>
    patterns === undefined ? [] : [{ id, patterns: createPatterns(patterns) }],
  );
  const engine: Engine = {
    index,
    matters: [
      ...sheets.map(({ slug }): Matter => `sheet/${slug}`),
      ...vocabulary.otherOffices.map(({ id }): Matter => `office/${id}`),
      'none',
    ],
    requests,
    spellings,
    aspects,
    asked: (text, language) => askedAspect(text, language, learned, aspects, spellings),
    leaning: (text, language) => leaningOf(text, language, followUps, aspects, spellings),
    refusals,
    refused: new Set(refusals.map(({ id }): Matter => `office/${id}`)),
    recogniseLanguage,
    writtenLanguage: rememberRecent(createWrittenLanguage(languages, recogniseLanguage)),
    recogniseSmalltalk: createSmalltalk(
      vocabulary,
      (word) => index.lexicon.isStop(word, 'it') || index.lexicon.isRequest(word, 'it'),
      (text) => (engine.weigh(text).matters.find(({ matter }) => matter === 'none')?.share ?? 0) >= NOBODYS,
    ),
    read: rememberRecent(readerOver(index, recogniseLanguage)),
    weigh: rememberRecent((text) => weighMatters(text, engine.read(text), engine)),
  };
  return engine;
}

/** From this share on a text is taken to be nobody's matter. */
const NOBODYS = 0.5;
