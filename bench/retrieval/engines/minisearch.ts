/** MiniSearch: BM25+ by field, fields weighed; stems and stop words are left to its user. */
import MiniSearch from 'minisearch';
import { type Engine, FIELDS, inMemory, MOST, present, type Setting } from '../engine.ts';
import { type Analysis, OURS, SNOWBALL } from '../italian.ts';
import { FLAT, MORE_NAMES, MORE_REQUESTS, NAMES, REQUESTS, type Weights } from '../weights.ts';

interface Options {
  readonly prefix: boolean;
  /** The share of a word's letters that may differ. */
  readonly fuzzy: number | false;
}

export const minisearch: Engine = {
  name: 'MiniSearch',
  settings: [
    setting(FLAT, SNOWBALL),
    setting(FLAT, OURS),
    setting(MORE_NAMES, SNOWBALL),
    setting(MORE_NAMES, OURS),
    setting(REQUESTS, SNOWBALL),
    setting(REQUESTS, OURS),
    setting(REQUESTS, OURS, { prefix: true, fuzzy: false }),
    setting(MORE_REQUESTS, OURS),
    setting(NAMES, OURS, { prefix: true, fuzzy: 0.2 }),
  ],
  absence: present,
};

function setting(
  weights: Weights,
  analysis: Analysis,
  { prefix, fuzzy }: Options = { prefix: false, fuzzy: false },
): Setting {
  const more = [...(prefix ? ['beginnings of words'] : []), ...(fuzzy ? [`fuzzy ${fuzzy}`] : [])];
  return {
    words: [weights.words, analysis.words, ...more].join('; '),
    open: async ({ documents }) => {
      const index = new MiniSearch<Record<string, string>>({
        idField: 'slug',
        fields: [...FIELDS],
        tokenize: analysis.of,
        processTerm: (term) => term,
        searchOptions: { combineWith: 'OR', boost: weights.of, prefix, fuzzy },
      });
      index.addAll(documents.map(({ slug, fields }) => ({ slug, ...fields })));
      return inMemory((question) => {
        const found = index.search(question).slice(0, MOST);
        return found.map(({ id }) => String(id));
      });
    },
  };
}
