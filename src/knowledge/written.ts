/**
 * The language a message is written in, learnt from the examples of all languages: what the lists of words of
 * `language.ts` do not know ("ma doare tare", "chkoun y3awenni") is often like what others wrote. Pure.
 */
import { featuresOf, type Spellings } from '../classifier/features.ts';
import type { Lesson } from '../classifier/lesson.ts';
import { type Model, scoresOf, sharesOf } from '../classifier/model.ts';
import { wordsOf } from '../lib/words.ts';
import type { RecogniseLanguage } from './language.ts';
import { RECOGNISED } from './vocabulary.ts';

/** What the lesson is made of; all of it decides whether a model that was kept still holds. */
export interface LanguagesMaterial {
  readonly messages: readonly { readonly text: string; readonly language: string }[];
}

/** There are many more in Italian than in any other. */
const ITALIAN = 0.3;
/** One word is in several languages; few words want a surer share than a sentence. */
const FEWEST = 2;
const SENTENCE = 4;
const SURE_FEW = 0.85;
const SURE_SENTENCE = 0.6;
const AS_WRITTEN: Spellings = new Map();

export function languagesLesson({ messages }: LanguagesMaterial): Lesson {
  return {
    classes: [...RECOGNISED],
    messages: messages.map(({ text, language }) => ({
      text,
      classes: [language],
      weight: language === 'it' ? ITALIAN : 1,
    })),
    spellings: {},
    options: { rounds: 4, step: 0.5, decay: 1e-6, least: 3 },
  };
}

/** What was learnt where it is sure, else what the words say; null when neither knows. */
export function createWrittenLanguage(model: Model, byWords: RecogniseLanguage): RecogniseLanguage {
  return (text) => {
    const words = wordsOf(text).filter((word) => /\p{L}/u.test(word)).length;
    if (words < FEWEST) return byWords(text);
    const shares = sharesOf(scoresOf(model, featuresOf(text, AS_WRITTEN)));
    const sure = words < SENTENCE ? SURE_FEW : SURE_SENTENCE;
    const place = shares.findIndex((share) => share >= sure);
    return RECOGNISED.find((language) => language === model.classes[place]) ?? byWords(text);
  };
}
