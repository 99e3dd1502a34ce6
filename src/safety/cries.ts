/**
 * The messages that recognition learns from: cries for help by kind and urgency, and messages that only look like
 * one. What they look like on disk, and the lesson they make. Pure.
 */
import type { ExampleLine } from '../classifier/examples.ts';
import type { Lesson, LessonMessage } from '../classifier/lesson.ts';
import type { TrainOptions } from '../classifier/train.ts';
import { findByRules, plainText } from './by-rules.ts';
import type { CrisisKind, Urgency } from './crisis.ts';
import { cueHints } from './hints.ts';

/** A class of the model. */
export type CryClass = `${CrisisKind}/${Urgency}` | 'calm';

export interface CryExample extends ExampleLine {
  readonly file: string;
  readonly cry: CryClass;
}

/** What the lesson is made of; all of it decides whether a model that was kept still holds. */
export interface CriesMaterial {
  readonly examples: readonly CryExample[];
  /** Requests of people in no danger: what most messages are. */
  readonly ordinary: readonly string[];
  /** Requests for services that people also ask for when they are in danger: calm only where no rule sees one. */
  readonly near: readonly string[];
  /** Chat spellings, normalised: what is written, what is meant. */
  readonly spellings: Readonly<Record<string, string>>;
}

/** Found by cross-validation between hands: `npm run bench -- cries`. */
const OPTIONS: TrainOptions = { rounds: 8, step: 0.5, decay: 1e-6, least: 2 };

/** What an ordinary request counts beside the messages of `knowledge/cries/`; and one that may well come from danger. */
const ORDINARY = 1;
const NEAR = 0.25;

/** Cry or calm. */
export function dangerLesson({ examples, ordinary, near, spellings }: CriesMaterial): Lesson {
  const messages = [
    ...examples.map(({ text, cry }) => message(text, cry === 'calm' ? 'calm' : 'cry', 1)),
    ...ordinary.map((text) => message(text, 'calm', ORDINARY)),
    ...near.filter((text) => findByRules(text) === null).map((text) => message(text, 'calm', NEAR)),
  ];
  return { classes: ['calm', 'cry'], messages, spellings, options: OPTIONS };
}

/** Which kind, how pressing: learnt from cries alone. */
export function kindsLesson({ examples, spellings }: Pick<CriesMaterial, 'examples' | 'spellings'>): Lesson {
  const cries = examples.filter(({ cry }) => cry !== 'calm');
  const messages = cries.map(({ text, cry }) => message(text, cry, 1));
  return { classes: [...new Set(cries.map(({ cry }) => cry))].sort(), messages, spellings, options: OPTIONS };
}

function message(text: string, name: string, weight: number): LessonMessage {
  return { text: plainText(text), classes: [name], weight, hints: cueHints(text) };
}
