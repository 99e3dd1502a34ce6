/** lunr with the Italian of lunr-languages: BM25 by field, fields weighed. */
import lunr from 'lunr';
import addItalian from 'lunr-languages/lunr.it';
import addStemmers from 'lunr-languages/lunr.stemmer.support';
import { type Engine, FIELDS, inMemory, MOST, present, type Setting } from '../engine.ts';
import { OURS, PLAIN } from '../italian.ts';
import { FLAT, MORE_NAMES, MORE_REQUESTS, NAMES, REQUESTS, type Weights } from '../weights.ts';

addStemmers(lunr);
addItalian(lunr);

const ITS_OWN = 'its Italian stems and stop words';
const OUR_STEMS = 'our stems';
type Words = typeof ITS_OWN | typeof OUR_STEMS;

export const lunrItalian: Engine = {
  name: 'lunr',
  settings: [
    setting(FLAT, ITS_OWN),
    setting(NAMES, ITS_OWN),
    setting(REQUESTS, ITS_OWN),
    setting(FLAT, OUR_STEMS),
    setting(NAMES, OUR_STEMS, 2),
    setting(MORE_NAMES, OUR_STEMS),
    setting(REQUESTS, OUR_STEMS),
    setting(MORE_REQUESTS, OUR_STEMS),
  ],
  absence: present,
};

/** @param k1 how slowly a word that comes back stops counting */
function setting(weights: Weights, words: Words, k1 = 1.2): Setting {
  const analysis = words === OUR_STEMS ? OURS : PLAIN;
  const prepare = (text: string): string => analysis.of(text).join(' ');
  return {
    words: [weights.words, words, `k1 ${k1}`].join('; '),
    open: async ({ documents }) => {
      const index = lunr((builder) => {
        if (words === ITS_OWN) builder.use(lunr.it);
        else {
          builder.pipeline.reset();
          builder.searchPipeline.reset();
        }
        builder.k1(k1);
        builder.ref('slug');
        for (const field of FIELDS) builder.field(field, { boost: weights.of[field] });
        for (const { slug, fields } of documents) {
          const prepared = FIELDS.map((field) => [field, prepare(fields[field])]);
          builder.add({ slug, ...Object.fromEntries(prepared) });
        }
      });
      return inMemory((question) => {
        const found = index.query((query) => query.term(lunr.tokenizer(prepare(question)), {}));
        return found.slice(0, MOST).map(({ ref }) => ref);
      });
    },
  };
}
