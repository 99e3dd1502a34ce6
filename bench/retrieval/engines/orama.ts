/**
 * Orama: BM25 by field, fields weighed, with its own Italian stemmer and stop words. It also finds what only begins
 * like a word asked for; a mark at the end of each word keeps it from that.
 */
import { create, insertMultiple, search, type Tokenizer } from '@orama/orama';
import { type Engine, inMemory, MOST, present, type Setting } from '../engine.ts';
import { OURS, STOP_WORDS, stemmer } from '../italian.ts';
import { FLAT, NAMES, REQUESTS, type Weights } from '../weights.ts';

const ITS_OWN = 'its Italian stems and stop words';
const OUR_STEMS = 'our stems';
const OUR_WHOLE_STEMS = 'our stems, whole words only';
type Words = typeof ITS_OWN | typeof OUR_STEMS | typeof OUR_WHOLE_STEMS;

export const orama: Engine = {
  name: 'Orama',
  settings: [
    setting(FLAT, ITS_OWN),
    setting(NAMES, ITS_OWN),
    setting(NAMES, ITS_OWN, 1),
    setting(REQUESTS, ITS_OWN),
    setting(FLAT, OUR_STEMS),
    setting(FLAT, OUR_WHOLE_STEMS),
    setting(NAMES, OUR_WHOLE_STEMS),
    setting(REQUESTS, OUR_WHOLE_STEMS),
  ],
  absence: present,
};

const SCHEMA = {
  slug: 'string',
  title: 'string',
  words: 'string',
  topics: 'string',
  summary: 'string',
  short: 'string',
  sections: 'string',
  requests: 'string',
  expressions: 'string',
} as const;

/** @param tolerance letters by which a word may differ */
function setting(weights: Weights, words: Words, tolerance = 0): Setting {
  const more = tolerance > 0 ? [`tolerance ${tolerance}`] : [];
  return {
    words: [weights.words, words, ...more].join('; '),
    open: async ({ documents }) => {
      const database = create({ schema: SCHEMA, components: { tokenizer: tokenizerFor(words) } });
      const entries = documents.map(({ slug, fields }) => ({ slug, ...fields }));
      await insertMultiple(database, entries);
      const boost = { ...weights.of };
      return inMemory(async (question) => {
        const { hits } = await search(database, {
          term: question.replace(/['’]/g, ' '),
          properties: ['title', 'words', 'topics', 'summary', 'short', 'sections', 'requests', 'expressions'],
          boost,
          tolerance,
          threshold: 1,
          limit: MOST,
        });
        return hits.map(({ document }) => document.slug);
      });
    },
  };
}

function tokenizerFor(words: Words) {
  if (words === ITS_OWN) {
    return { language: 'italian', stemming: true, stemmer, stopWords: [...STOP_WORDS] };
  }
  const mark = words === OUR_WHOLE_STEMS ? '_' : '';
  const tokenizer: Tokenizer = {
    language: 'italian',
    normalizationCache: new Map(),
    tokenize: (text) => OURS.of(text).map((word) => `${word}${mark}`),
  };
  return tokenizer;
}
