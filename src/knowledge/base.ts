/** All that the understanding and the answers stand on, read and checked: what `load.ts` gives when nothing is wrong. */
import type { Model } from '../classifier/model.ts';
import type { ById, EmergencyNumber, Office } from './contacts.ts';
import type { FigureWordsByLanguage } from './figure-words.ts';
import type { Sheet } from './sheet.ts';
import type { Translations } from './translation.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface KnowledgeBase {
  readonly sheets: readonly Sheet[];
  readonly translations: Translations;
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly figureWords: FigureWordsByLanguage;
  readonly vocabulary: Vocabulary;
  /** Learnt from `knowledge/requests/`: see `requests.ts`. */
  readonly requests: Model;
  /** Learnt from those of them that say what is asked: see `asked.ts`. */
  readonly aspects: Model;
}
