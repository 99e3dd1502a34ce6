/** All that the understanding and the answers stand on, read and checked: what `load.ts` gives when nothing is wrong. */
import type { Model } from '../classifier/model.ts';
import type { ById, EmergencyNumber, Office } from './contacts.ts';
import type { FigureWordsByLanguage } from './figure-words.ts';
import type { Sheet } from './sheet.ts';
import type { Translations } from './translation.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What authors wrote. */
export interface WrittenKnowledge {
  readonly sheets: readonly Sheet[];
  readonly translations: Translations;
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly figureWords: FigureWordsByLanguage;
  readonly vocabulary: Vocabulary;
}

/** What was learnt from `knowledge/requests/`. */
export interface LearntModels {
  /** What a message is about: see `requests.ts`. */
  readonly requests: Model;
  /** Which part of a sheet is asked: see `asked.ts`. */
  readonly aspects: Model;
  /** Whether it leans on what was said before: see `follow-up.ts`. */
  readonly followUps: Model;
  /** Which language it is written in: see `written.ts`. */
  readonly languages: Model;
}

export interface KnowledgeBase extends WrittenKnowledge, LearntModels {}
