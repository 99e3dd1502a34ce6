/** All that a model is learnt from, as data. Pure. */
import { type Features, featuresOf, type Hint } from './features.ts';
import type { Model } from './model.ts';
import { type TrainOptions, train } from './train.ts';

export interface Lesson {
  readonly classes: readonly string[];
  readonly messages: readonly LessonMessage[];
  /** Chat spellings, normalised: what is written, what is meant. */
  readonly spellings: Readonly<Record<string, string>>;
  readonly options: TrainOptions;
}

export interface LessonMessage {
  readonly text: string;
  /** Names of classes; several share the message. */
  readonly classes: readonly string[];
  /** How much it counts; 1 is usual. */
  readonly weight: number;
  readonly hints?: readonly Hint[];
}

export function learnModel({ classes, messages, spellings, options }: Lesson): Model {
  const places = new Map(classes.map((name, place) => [name, place]));
  const written = new Map(Object.entries(spellings));
  const examples = messages.map(({ text, classes: names, weight, hints }) => {
    const features: Features = featuresOf(text, written, hints);
    return { features, classes: names.flatMap((name) => places.get(name) ?? []), weight };
  });
  return train(
    classes,
    examples.filter((example) => example.classes.length > 0),
    options,
  );
}
