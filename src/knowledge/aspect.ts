/** Which part of a sheet a message asks about. Pure; the patterns are in knowledge/vocabulary.yaml. */
import { ASPECTS, type Aspect } from '../conversation/ports.ts';
import { rememberRecent } from '../lib/recent.ts';
import { normalise, wordsOf } from '../lib/words.ts';
import { createPatterns, type PatternSet } from './patterns.ts';
import { RECOGNISED, type Recognised, type Vocabulary } from './vocabulary.ts';

export interface Aspects {
  /** The aspect whose phrase says most in the text; of equal ones the first in the vocabulary. */
  find(text: string, language: Recognised): Aspect | null;
  /** The text without the phrases of any aspect: what is left is the matter. */
  without(text: string, language: Recognised): string;
}

/** The phrases of each aspect that count in a language. */
type Shelf = ReadonlyMap<Aspect, readonly PatternSet[]>;

export function createAspects(vocabulary: Vocabulary): Aspects {
  const order = Object.keys(vocabulary.aspects).filter(isAspect);
  const own = (language: Recognised) =>
    new Map(order.map((aspect) => [aspect, createPatterns(vocabulary.aspects[aspect][language] ?? [])]));
  const inItalian = own('it');
  const shelves = new Map<Recognised, Shelf>(
    RECOGNISED.map((language) => [
      language,
      shelfOf(language === 'it' ? new Map() : own(language), inItalian),
    ]),
  );
  const italian = vocabulary.interrogative.it ?? [];
  const asking = new Map<Recognised, ReadonlySet<string>>(
    RECOGNISED.map((language) => {
      const words = [...italian, ...(vocabulary.interrogative[language] ?? [])];
      return [language, new Set(words.flatMap(wordsOf))];
    }),
  );
  const abbreviations = new Map(Object.entries(vocabulary.abbreviations));
  const spell = (text: string) =>
    normalise(text).replace(/[\p{L}\p{N}]+/gu, (word) => abbreviations.get(word) ?? word);
  const find = (text: string, language: Recognised): Aspect | null => {
    const normalised = spell(text);
    let best: Aspect | null = null;
    const asks = asking.get(language) ?? new Set();
    let most = 0;
    for (const [aspect, patterns] of shelves.get(language) ?? []) {
      const weight = Math.max(...patterns.map((set) => set.weigh(normalised, (word) => asks.has(word))));
      if (weight <= most) continue;
      best = aspect;
      most = weight;
    }
    return best;
  };
  const finders = new Map(
    RECOGNISED.map((language) => [language, rememberRecent((text) => find(text, language))]),
  );
  return {
    find: (text, language) => finders.get(language)?.(text) ?? null,
    without: (text, language) => {
      const sets = [...(shelves.get(language)?.values() ?? [])].flat();
      return sets.reduce((rest, patterns) => patterns.without(rest), spell(text));
    },
  };
}

/** Many foreign messages keep Italian words in ("quanto costa"), so the Italian patterns always count. */
function shelfOf(own: ReadonlyMap<Aspect, PatternSet>, inItalian: ReadonlyMap<Aspect, PatternSet>): Shelf {
  return new Map(
    [...inItalian].map(([aspect, italian]) => [aspect, [own.get(aspect) ?? [], italian].flat()]),
  );
}

function isAspect(value: string): value is Aspect {
  return (ASPECTS as readonly string[]).includes(value);
}
