/** How much each field counts: a few ways, the same for every engine that can weigh fields. */
import type { Field } from './engine.ts';

export interface Weights {
  readonly words: string;
  readonly of: Readonly<Record<Field, number>>;
}

const ALIKE: Readonly<Record<Field, number>> = {
  title: 1,
  words: 1,
  topics: 1,
  summary: 1,
  short: 1,
  sections: 1,
  requests: 1,
  expressions: 1,
};

export const FLAT: Weights = { words: 'all fields alike', of: ALIKE };

export const NAMES: Weights = {
  words: 'title and words 3, summary and short 2, others 1',
  of: { ...ALIKE, title: 3, words: 3, summary: 2, short: 2 },
};

export const MORE_NAMES: Weights = {
  words: 'title and words 8, summary, short and topics 3, others 1',
  of: { ...ALIKE, title: 8, words: 8, summary: 3, short: 3, topics: 3 },
};

export const REQUESTS: Weights = {
  words: 'requests 6, title, words and expressions 3, others 1',
  of: { ...ALIKE, title: 3, words: 3, requests: 6, expressions: 3 },
};

export const MORE_REQUESTS: Weights = {
  words: 'requests 20, expressions 10, title and words 8, summary, short and topics 3, sections 1',
  of: { ...MORE_NAMES.of, requests: 20, expressions: 10 },
};
