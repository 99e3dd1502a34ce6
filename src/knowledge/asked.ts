/**
 * Which part of a sheet a message asks about, learnt from requests that say so: the phrases of `aspect.ts` are one of
 * the signs, the other words of the message the rest. Pure.
 */
import { featuresOf, type Hint, type Spellings } from '../classifier/features.ts';
import type { Lesson } from '../classifier/lesson.ts';
import { type Model, scoresOf } from '../classifier/model.ts';
import { ASPECTS, type Aspect } from '../conversation/ports.ts';
import { type Aspects, createAspects } from './aspect.ts';
import { createLanguageRecogniser } from './language.ts';
import type { RequestExample } from './requests.ts';
import type { Recognised, Vocabulary } from './vocabulary.ts';

/** What the lesson is made of; all of it decides whether a model that was kept still holds. */
export interface AspectsMaterial {
  readonly examples: readonly RequestExample[];
  readonly vocabulary: Vocabulary;
}

/** The class of messages that ask for no part: a situation is told. */
export const NOTHING_ASKED = 'nothing' as const;

const PHRASE = 2;

export function aspectsLesson({ examples, vocabulary }: AspectsMaterial): Lesson {
  const phrases = createAspects(vocabulary);
  const recognise = createLanguageRecogniser(vocabulary);
  const messages = examples.flatMap(({ text, asked }) => {
    if (asked === undefined) return [];
    return { text, classes: [asked], weight: 1, hints: phraseHints(text, recognise(text) ?? 'it', phrases) };
  });
  return {
    classes: [...ASPECTS, NOTHING_ASKED],
    messages,
    spellings: vocabulary.abbreviations,
    options: { rounds: 8, step: 0.5, decay: 1e-6, least: 2 },
  };
}

/** The aspect asked; null when none is. */
export function askedAspect(
  text: string,
  language: Recognised,
  model: Model,
  phrases: Aspects,
  spellings: Spellings,
): Aspect | null {
  const phrase = phrases.find(text, language);
  if (phrase !== null) return phrase;
  const scores = scoresOf(model, featuresOf(text, spellings, phraseHints(text, language, phrases)));
  const best = model.classes.reduce((first, name, place) => {
    const before = scores[model.classes.indexOf(first)] ?? Number.NEGATIVE_INFINITY;
    return (scores[place] ?? Number.NEGATIVE_INFINITY) > before ? name : first;
  }, NOTHING_ASKED);
  return ASPECTS.find((aspect) => aspect === best) ?? null;
}

function phraseHints(text: string, language: Recognised, phrases: Aspects): Hint[] {
  const found = phrases.find(text, language);
  return [{ key: `asks ${found ?? NOTHING_ASKED}`, weight: PHRASE }];
}
