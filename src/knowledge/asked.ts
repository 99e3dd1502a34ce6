/**
 * Which part of a sheet a message asks about, learnt from requests that say so: the phrases of `aspect.ts` are one of
 * the signs, the other words of the message the rest. Pure.
 */
import { featuresOf, type Hint, type Spellings } from '../classifier/features.ts';
import type { Lesson } from '../classifier/lesson.ts';
import { type Model, scoresOf, sharesOf } from '../classifier/model.ts';
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
 * The aspect asked; null when none is. Three signs together: the sentence that asks, as a whole; its most telling clause,
 * the last one above all, since a story tells many things that are not asked; and the phrases of `aspect.ts`. A clause
 * more easily seems to ask than to ask nothing, so nothing asked has a start. The weights were found over the three
 * evaluation sets; between hands (`npm run bench -- aspects`) they gain next to nothing.
 */
export function askedAspect(
  text: string,
  language: Recognised,
  model: Model,
  phrases: Aspects,
  spellings: Spellings,
): Aspect | null {
  const sharesIn = ({ question, hints }: Asking): Float32Array =>
    sharesOf(scoresOf(model, featuresOf(question, spellings, hints)));
  const asking = askingOf(text, language, phrases);
  const whole = sharesIn(asking);
  const clauses = clausesOf(text).map((clause) => readAs(clause, asking, phrases));
  // A short message is one clause, and that is the question.
  const telling = mostTelling(
    clauses.map((clause) => (clause.question === asking.question ? whole : sharesIn(clause))),
    model,
  );
  const phrase = phrases.find(asking.question, language);
  let best: string = NOTHING_ASKED;
  let most = Number.NEGATIVE_INFINITY;
  for (const [place, name] of model.classes.entries()) {
    const sum =
      Math.log((whole[place] ?? 0) + LEAST) +
      WEIGHTS.clause * Math.log((telling[place] ?? 0) + LEAST) +
      (name === phrase ? WEIGHTS.phrase : 0) +
      (name === NOTHING_ASKED ? WEIGHTS.nothing : 0);
    if (sum <= most) continue;
    most = sum;
    best = name;
  }
  return ASPECTS.find((aspect) => aspect === best) ?? null;
}

/** Of the logarithm of a share: that of the whole question counts one. */
const WEIGHTS = { clause: 1.2, phrase: 2, nothing: 1, earlierClause: 0.5 } as const;
const LEAST = 1e-4;
const LEAST_NOTHING = 0.02;

/** By class, the largest share that a clause gives it; what no clause asks is left for nothing asked. */
function mostTelling(clauses: readonly Float32Array[], { classes }: Model): Float32Array {
  const most = new Float32Array(classes.length);
  const nothing = classes.indexOf(NOTHING_ASKED);
  for (const [index, shares] of clauses.entries()) {
    const counts = index === clauses.length - 1 ? 1 : WEIGHTS.earlierClause;
    for (const [place, share] of shares.entries()) {
      if (place !== nothing) most[place] = Math.max(most[place] ?? 0, counts * share);
    }
  }
  most[nothing] = Math.max(LEAST_NOTHING, 1 - most.reduce((sum, share) => sum + share, 0));
  return most;
}

interface Asking {
  /** The sentence that asks, as far as it can be told. */
  readonly question: string;
  readonly language: Recognised;
  /** The aspect of a phrase of the whole message. */
  readonly phrase: Aspect | null;
  readonly hasQuestionMark: boolean;
  readonly hints: readonly Hint[];
}

/**
 * A story says many things that are not asked ("pago già 600 euro: a chi mi rivolgo?"): only the sentence that asks is
 * read, with the phrases it and the message hold, and the words it begins and ends with.
 */
function askingOf(text: string, language: Recognised, phrases: Aspects): Asking {
  const sentences = text.split(SENTENCE).filter((sentence) => sentence.trim() !== '');
  const asking = sentences.filter((sentence) => QUESTION_MARK.test(sentence));
  const withPhrase = (asking.length > 0 ? asking : sentences).filter(
    (part) => phrases.find(part, language) !== null,
  );
  const sentence = asking.length > 0 ? (withPhrase[0] ?? asking[0]) : (withPhrase.at(-1) ?? sentences.at(-1));
  const message = { language, phrase: phrases.find(text, language), hasQuestionMark: asking.length > 0 };
  return readAs(sentence ?? text, message, phrases);
}

/** A part of a message, read as if it were what is asked. */
function readAs(
  part: string,
  message: Pick<Asking, 'language' | 'phrase' | 'hasQuestionMark'>,
  phrases: Aspects,
): Asking {
  const { language, phrase, hasQuestionMark } = message;
  const question = part.trim().split(/\s+/u).slice(-LONGEST_QUESTION).join(' ');
  const words = wordsOf(question);
  const hints = [
    { key: `asks ${phrase ?? NOTHING_ASKED}`, weight: PHRASE },
    { key: `question asks ${phrases.find(question, language) ?? NOTHING_ASKED}`, weight: PHRASE },
    { key: `question ${hasQuestionMark}`, weight: 1 },
    { key: `begins ${words.slice(0, 2).join(' ')}`, weight: 1 },
    { key: `ends ${words.slice(-3).join(' ')}`, weight: 1 },
  ];
  return { question, language, phrase, hasQuestionMark, hints };
}

function clausesOf(text: string): string[] {
  const clauses = text.split(CLAUSE).filter((clause) => clause.trim() !== '');
  return clauses.length === 0 ? [text] : clauses;
}

const CLAUSE = /(?<=[.!?;:,…\n؟۔،])\s+|\n|\s-\s/u;
const SENTENCE = /(?<=[.!?;…\n؟۔])\s+|\n/u;
const QUESTION_MARK = /[?؟]/;
/** A sentence without marks goes on and on: its last words ask. */
const LONGEST_QUESTION = 20;
