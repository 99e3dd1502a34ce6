/** FlexSearch: it weighs no fields, so each has an index of its own and the weighed ranks are added up. */
import { Index } from 'flexsearch';
import { type Engine, FIELDS, inMemory, MOST, present, type Setting, type SheetDocument } from '../engine.ts';
import { type Analysis, OURS, SNOWBALL } from '../italian.ts';
import { FLAT, MORE_REQUESTS, NAMES, REQUESTS, type Weights } from '../weights.ts';

/** What a place counts for is the weight divided by the rank (from 0) and this. */
const FIRST = 2;

export const flexsearch: Engine = {
  name: 'FlexSearch',
  settings: [
    setting(FLAT, SNOWBALL),
    setting(FLAT, OURS),
    setting(NAMES, OURS),
    setting(REQUESTS, SNOWBALL),
    setting(REQUESTS, OURS),
    setting(MORE_REQUESTS, OURS),
    asOneText(OURS),
  ],
  absence: present,
};

interface Part {
  readonly weight: number;
  readonly index: Index;
}

function setting(weights: Weights, analysis: Analysis): Setting {
  return {
    words: `an index a field, ${weights.words}; ${analysis.words}`,
    open: async ({ documents }) => {
      const parts = FIELDS.map((field) => ({
        weight: weights.of[field],
        index: indexOf(documents, analysis, 'strict', (document) => document.fields[field]),
      }));
      return inMemory((question) => find(question, parts, documents));
    },
  };
}

/** As one would use it first: all of a sheet in one index. */
function asOneText(analysis: Analysis): Setting {
  return {
    words: `one text a sheet; ${analysis.words}; beginnings of words`,
    open: async ({ documents }) => {
      const whole = ({ fields }: SheetDocument): string => FIELDS.map((field) => fields[field]).join('\n');
      const parts = [{ weight: 1, index: indexOf(documents, analysis, 'forward', whole) }];
      return inMemory((question) => find(question, parts, documents));
    },
  };
}

function indexOf(
  documents: readonly SheetDocument[],
  analysis: Analysis,
  tokenize: 'strict' | 'forward',
  textOf: (document: SheetDocument) => string,
): Index {
  const index = new Index({ tokenize, encode: analysis.of });
  for (const [place, document] of documents.entries()) index.add(place, textOf(document));
  return index;
}

function find(question: string, parts: readonly Part[], documents: readonly SheetDocument[]): string[] {
  const scores = new Map<number, number>();
  for (const { weight, index } of parts) {
    const found = index.search(question, { limit: 2 * MOST, suggest: true });
    for (const [rank, id] of found.entries()) {
      const place = Number(id);
      scores.set(place, (scores.get(place) ?? 0) + weight / (rank + FIRST));
    }
  }
  const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, MOST);
  return best.flatMap(([place]) => documents[place]?.slug ?? []);
}
