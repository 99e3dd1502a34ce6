/**
 * Which part of a sheet a message asks about, learnt from requests that say so: the phrases of `aspect.ts` are one of
 * the signs, the other words of the message the rest. Pure.
 */
import { featuresOf, type Hint, type Spellings } from '../classifier/features.ts';
import type { Lesson } from '../classifier/lesson.ts';
import { type Model, scoresOf } from '../classifier/model.ts';
import { ASPECTS, type Aspect } from '../conversation/ports.ts';
import { wordsOf } from '../lib/words.ts';
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
    const { question, hints } = askingOf(text, recognise(text) ?? 'it', phrases);
    return { text: question, classes: [asked], weight: 1, hints };
  });
  return {
    classes: [...ASPECTS, NOTHING_ASKED],
    messages,
    spellings: vocabulary.abbreviations,
    options: { rounds: 8, step: 0.5, decay: 1e-6, least: 2 },
  };
}

/**
 * The aspect asked; null when none is. What was learnt decides: once the requests that say their aspect were many, a
 * phrase deciding by itself was right less often (`npm run bench -- aspects`).
 */
export function askedAspect(
  text: string,
  language: Recognised,
  model: Model,
  phrases: Aspects,
  spellings: Spellings,
): Aspect | null {
  const { question, hints } = askingOf(text, language, phrases);
  const scores = scoresOf(model, featuresOf(question, spellings, hints));
  const best = model.classes.reduce((first, name, place) => {
    const before = scores[model.classes.indexOf(first)] ?? Number.NEGATIVE_INFINITY;
    return (scores[place] ?? Number.NEGATIVE_INFINITY) > before ? name : first;
  }, NOTHING_ASKED);
  return ASPECTS.find((aspect) => aspect === best) ?? null;
}

interface Asking {
  /** The sentence that asks, as far as it can be told. */
  readonly question: string;
  readonly hints: readonly Hint[];
}

/**
 * A story says many things that are not asked ("pago già 600 euro: a chi mi rivolgo?"): only the sentence that asks is
 * read, with the phrases it and the message hold, and the words it begins and ends with.
 */
function askingOf(text: string, language: Recognised, phrases: Aspects): Asking {
  const holds = (part: string): string => phrases.find(part, language) ?? NOTHING_ASKED;
  const sentences = text.split(SENTENCE).filter((sentence) => sentence.trim() !== '');
  const asking = sentences.filter((sentence) => QUESTION_MARK.test(sentence));
  const withPhrase = (asking.length > 0 ? asking : sentences).filter((part) => holds(part) !== NOTHING_ASKED);
  const sentence = asking.length > 0 ? (withPhrase[0] ?? asking[0]) : (withPhrase.at(-1) ?? sentences.at(-1));
  const question = (sentence ?? text).trim().split(/\s+/u).slice(-LONGEST_QUESTION).join(' ');
  const words = wordsOf(question);
  const hints = [
    { key: `asks ${holds(text)}`, weight: PHRASE },
    { key: `question asks ${holds(question)}`, weight: PHRASE },
    { key: `question ${asking.length > 0}`, weight: 1 },
    { key: `begins ${words.slice(0, 2).join(' ')}`, weight: 1 },
    { key: `ends ${words.slice(-3).join(' ')}`, weight: 1 },
  ];
  return { question, hints };
}

const SENTENCE = /(?<=[.!?;…\n؟۔])\s+|\n/u;
const QUESTION_MARK = /[?؟]/;
/** A sentence without marks goes on and on: its last words ask. */
const LONGEST_QUESTION = 20;
