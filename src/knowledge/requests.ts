/**
 * The requests that the understanding learns from: what they look like on disk and the lesson they make. A class is a
 * sheet, a matter of another office, or nothing of anybody's. Pure.
 */
import type { ExampleLine } from '../classifier/examples.ts';
import type { Hint } from '../classifier/features.ts';
import type { Lesson, LessonMessage } from '../classifier/lesson.ts';
import type { TrainOptions } from '../classifier/train.ts';
import type { Aspect } from '../conversation/ports.ts';
import { normalise } from '../lib/words.ts';
import type { Query } from './query.ts';
import { createReader } from './reader.ts';
import type { Sheet } from './sheet.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Matter = `sheet/${string}` | `office/${string}` | 'none';

/** What is learnt beside the matters: that the words do not choose among several sheets. */
export const UNCLEAR = 'unclear';

export interface RequestExample extends ExampleLine {
  readonly file: string;
  /** One matter; several when the words do not choose among them. */
  readonly matters: readonly Matter[];
  /** The aspect asked about, or that none is; absent when its author did not say. */
  readonly asked?: Aspect | 'nothing';
}

/** What the lesson is made of; all of it decides whether a model that was kept still holds. */
export interface RequestsMaterial {
  readonly examples: readonly RequestExample[];
  readonly sheets: readonly Sheet[];
  readonly vocabulary: Vocabulary;
}

/** What a sheet says of itself counts less than what people say of it. Found, as the rest, by `npm run bench`. */
const SHEET_TEXT = 0.2;
/** An expression of the vocabulary is the usual name of a matter in a language. */
const CONCEPT = 0.7;
const OPTIONS: TrainOptions = { rounds: 4, step: 0.5, decay: 1e-6, least: 3 };

export function requestsLesson({ examples, sheets, vocabulary }: RequestsMaterial): Lesson {
  const reader = createReader(sheets, vocabulary);
  const learn = (
    text: string,
    classes: readonly (Matter | typeof UNCLEAR)[],
    weight: number,
  ): LessonMessage => {
    return { text, classes, weight, hints: hintsOf(reader(text)) };
  };
  const said = examples.flatMap(({ text, matters }) =>
    matters.length === 1 ? learn(text, matters, 1) : [learn(text, matters, 0.5), learn(text, [UNCLEAR], 0.5)],
  );
  const written = [
    ...sheets.flatMap((sheet) =>
      textsOf(sheet).map((text) => learn(text, [`sheet/${sheet.slug}`], SHEET_TEXT)),
    ),
    ...conceptTexts(sheets, vocabulary).map(({ text, slugs }) =>
      learn(
        text,
        slugs.map((slug): Matter => `sheet/${slug}`),
        CONCEPT,
      ),
    ),
    ...vocabulary.otherOffices.flatMap(({ id, words, say }) =>
      [say, ...words].map((text) => learn(text, [`office/${id}`], SHEET_TEXT)),
    ),
  ];
  const messages = [...said, ...written];
  const classes = [...new Set(messages.flatMap((message) => message.classes))].sort();
  return { classes, messages, spellings: vocabulary.abbreviations, options: OPTIONS };
}

/** What the expressions of a message mean, so that all languages meet in the words of the sheets. */
export function hintsOf(query: Query): Hint[] {
  return query.units.flatMap(({ readings }) =>
    readings.flatMap(({ stems, weight }) => stems.map((key) => ({ key, weight }))),
  );
}

/** Expressions of the vocabulary that mean names of a sheet, or of a few. */
function conceptTexts(
  sheets: readonly Sheet[],
  { concepts }: Vocabulary,
): { text: string; slugs: string[] }[] {
  const owners = new Map<string, Set<string>>();
  for (const { slug, title, words } of sheets) {
    for (const name of [title, ...words]) {
      const key = normalise(name);
      owners.set(key, (owners.get(key) ?? new Set()).add(slug));
    }
  }
  return concepts.flatMap(({ means, says }) => {
    const slugs = [...new Set(means.flatMap((name) => [...(owners.get(normalise(name)) ?? [])]))];
    if (slugs.length === 0 || slugs.length > MOST_OWNERS) return [];
    const texts = Object.values(says).flatMap((list) => list ?? []);
    return texts.map((text) => ({ text: text.replaceAll('*', ''), slugs }));
  });
}

const MOST_OWNERS = 3;

function textsOf(sheet: Sheet): string[] {
  const lines = Object.values(sheet.sections).flatMap((section) => section.map(({ text }) => text));
  const { title, subtitle = '', summary, short, simple, words } = sheet;
  return [title, subtitle, summary, short, simple, ...words, ...lines]
    .map(bare)
    .filter((text) => text !== '');
}

function bare(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, ' ').trim();
}
