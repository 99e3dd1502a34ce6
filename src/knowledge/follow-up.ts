/**
 * Whether a message leans on what was said just before ("e quanto costa?", "ci vuole la denuncia?") or names a matter of
 * its own. Learnt from messages of both sorts, and from requests, which all have a matter. Pure.
 */
import type { ExampleLine } from '../classifier/examples.ts';
import { featuresOf, type Hint, type Spellings } from '../classifier/features.ts';
import type { Lesson } from '../classifier/lesson.ts';
import { type Model, scoresOf } from '../classifier/model.ts';
import { wordsOf } from '../lib/words.ts';
import { type Aspects, createAspects } from './aspect.ts';
import { createLanguageRecogniser } from './language.ts';
import type { Recognised, Vocabulary } from './vocabulary.ts';

export const LEANINGS = ['same', 'new'] as const;
export type Leaning = (typeof LEANINGS)[number];

export interface FollowUpExample extends ExampleLine {
  readonly file: string;
  readonly leaning: Leaning;
}

/** What the lesson is made of; all of it decides whether a model that was kept still holds. */
export interface FollowUpsMaterial {
  readonly examples: readonly FollowUpExample[];
  /** Requests: each names or tells a matter. */
  readonly requests: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** There are many requests, and they are not said in the middle of a talk. */
const REQUEST = 0.05;
const HINT = 1;

export function followUpsLesson({ examples, requests, vocabulary }: FollowUpsMaterial): Lesson {
  const phrases = createAspects(vocabulary);
  const recognise = createLanguageRecogniser(vocabulary);
  const hints = (text: string): Hint[] => leaningHints(text, recognise(text) ?? 'it', phrases);
  return {
    classes: [...LEANINGS],
    messages: [
      ...examples.map(({ text, leaning }) => ({ text, classes: [leaning], weight: 1, hints: hints(text) })),
      ...requests.map((text) => ({ text, classes: ['new'], weight: REQUEST, hints: hints(text) })),
    ],
    spellings: vocabulary.abbreviations,
    options: { rounds: 6, step: 0.5, decay: 1e-6, least: 2 },
  };
}

/** Natural logarithm of the odds that the message leans on what was said before. */
export function leaningOf(
  text: string,
  language: Recognised,
  model: Model,
  phrases: Aspects,
  spellings: Spellings,
): number {
  const scores = scoresOf(model, featuresOf(text, spellings, leaningHints(text, language, phrases)));
  const of = (leaning: Leaning): number => scores[model.classes.indexOf(leaning)] ?? 0;
  return of('same') - of('new');
}

/** Which aspect is asked, and how long the message is: the longer, the more it tells by itself. */
function leaningHints(text: string, language: Recognised, phrases: Aspects): Hint[] {
  const length = Math.min(5, Math.floor(Math.log2(1 + wordsOf(text).length)));
  return [
    { key: `asks ${phrases.find(text, language) ?? 'nothing'}`, weight: HINT },
    { key: `length ${length}`, weight: HINT },
  ];
}
