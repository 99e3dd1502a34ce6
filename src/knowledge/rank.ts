/** Scores the entries of the index against a query. Pure. */
import type { Entry, Index } from './index.ts';
import type { Query, Reading } from './query.ts';

export interface Scored {
  readonly id: string;
  /** Evidence: 0 = none; it grows with each unit found. */
  readonly evidence: number;
  /** Of the best name of the entry that the query holds: 0 when none. */
  readonly named: number;
  /** Places of the units that one of its names holds together: the name that holds most. */
  readonly shared: ReadonlySet<number>;
  /** Whether one of its names, whole, is in the query. */
  readonly isCalled: boolean;
}

/** What a word of any request counts beside one of the matter. */
const REQUEST_SHARE = 0.3;
/** In a long story each further word counts less: a few strong words say more than many weak ones. */
const DECAY = 0.85;
const NAME_BONUS = 0.9;
const NAME_WINDOW = 2;

/** All entries with some evidence, best first; ties by id, so that the order is always the same. */
export function rankEntries(entries: readonly Entry[], query: Query, index: Index): Scored[] {
  const places = placesOf(query);
  return entries
    .map((entry) => scoreEntry(entry, query, places, index))
    .filter(({ evidence }) => evidence > 0)
    .sort((a, b) => b.evidence - a.evidence || a.id.localeCompare(b.id));
}

interface Found {
  readonly place: number;
  readonly weight: number;
  readonly isRequest: boolean;
}

function placesOf(query: Query): ReadonlyMap<string, readonly Found[]> {
  const places = new Map<string, Found[]>();
  for (const { place, readings, isRequest } of query.units) {
    for (const { stems, weight } of readings) {
      for (const one of stems) {
        const list = places.get(one);
        if (list === undefined) places.set(one, [{ place, weight, isRequest }]);
        else list.push({ place, weight, isRequest });
      }
    }
  }
  return places;
}

/** The names that share a stem with the query: only they can be in it. */
function namesWithin(entry: Entry, places: ReadonlyMap<string, unknown>): readonly (readonly string[])[] {
  const found = new Set<readonly string[]>();
  for (const one of places.keys()) for (const name of entry.namesWith.get(one) ?? []) found.add(name);
  return [...found];
}

function scoreEntry(
  entry: Entry,
  query: Query,
  places: ReadonlyMap<string, readonly Found[]>,
  index: Index,
): Scored {
  const parts: number[] = [];
  const requestShare = query.units.every(({ isRequest }) => isRequest) ? 1 : REQUEST_SHARE;
  for (const unit of query.units) {
    let best = 0;
    for (const reading of unit.readings) {
      best = Math.max(best, scoreReading(entry, reading));
    }
    parts.push(unit.isRequest ? best * requestShare : best);
  }
  parts.sort((a, b) => b - a);
  const evidence = parts.reduce((sum, part, index) => sum + part * DECAY ** index, 0);
  const names = namesWithin(entry, places);
  const shared = sharedPlaces(names, query);
  let named = 0;
  for (const name of names) named = Math.max(named, scoreName(name, places, index));
  const total = evidence + NAME_BONUS * named;
  return { id: entry.id, evidence: total, named, shared, isCalled: named > 0 };
}

function sharedPlaces(names: readonly (readonly string[])[], query: Query): ReadonlySet<number> {
  let best: ReadonlySet<number> = new Set();
  for (const name of names) {
    const places = query.units
      .filter(({ readings }) => readings.some(({ stems }) => stems.every((one) => name.includes(one))))
      .map(({ place }) => place);
    if (places.length > best.size) best = new Set(places);
  }
  return best;
}

/** The sum over the stems; a phrase of which only a part is there is worth less than its part. */
function scoreReading(entry: Entry, { stems, weight }: Reading): number {
  let sum = 0;
  let found = 0;
  for (const one of stems) {
    const strength = entry.strength.get(one);
    if (strength === undefined) continue;
    found += 1;
    sum += strength;
  }
  return stems.length === 0 ? 0 : (weight * sum * found) / stems.length;
}

/** The rarity of a name that stands in the query with all its words near to each other; else 0. */
function scoreName(
  name: readonly string[],
  places: ReadonlyMap<string, readonly Found[]>,
  index: Index,
): number {
  const [first, ...rest] = name;
  if (first === undefined) return 0;
  let best = 0;
  for (const start of places.get(first) ?? []) {
    if (name.length === 1 && start.isRequest) continue;
    let sum = index.rarity(first) * start.weight;
    let isWhole = true;
    for (const one of rest) {
      const near = places
        .get(one)
        ?.find(({ place }) => Math.abs(place - start.place) < name.length + NAME_WINDOW);
      if (near === undefined) {
        isWhole = false;
        break;
      }
      sum += index.rarity(one) * near.weight;
    }
    if (isWhole) best = Math.max(best, sum);
  }
  return best;
}
