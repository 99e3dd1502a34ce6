/** How often an engine finds a right sheet, and how long a question takes; its best settings. */
import type { InScopeItem } from '../../src/cli/understanding/eval-set.ts';
import { percentile } from '../../src/lib/percentile.ts';
import type { Engine, Finder, Material, Setting } from './engine.ts';
import type { QuestionSet } from './questions.ts';

export const LANGUAGES = ['italian', 'foreign'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Found {
  readonly items: number;
  /** Questions whose first sheet is right; the others are errors. */
  readonly first: number;
  /** Questions with a right sheet among the first three. */
  readonly three: number;
}

/** What one setting found. */
export interface Measured {
  readonly setting: Setting;
  /** One a question set, in order. */
  readonly sets: readonly Readonly<Record<Language, Found>>[];
  /** Median of a question, of all sets. */
  readonly milliseconds: number;
}

/** An engine at its best for Italian and at its best for the others, which may be two settings. */
export interface Best extends Readonly<Record<Language, Measured>> {
  readonly engine: Engine;
}

/**
 * Tries all settings. The best has most right first sheets over all sets, then most among three: chosen on the very
 * questions that are measured, in the engine's favour.
 */
export async function measureBest(
  engine: Engine,
  material: Material,
  sets: readonly QuestionSet[],
): Promise<Best> {
  const tried: Measured[] = [];
  for (const setting of engine.settings) tried.push(await measure(setting, material, sets));
  return { engine, italian: bestFor('italian', tried), foreign: bestFor('foreign', tried) };
}

async function measure(
  setting: Setting,
  material: Material,
  sets: readonly QuestionSet[],
): Promise<Measured> {
  const finder = await setting.open(material);
  const times: number[] = [];
  const found: Record<Language, Found>[] = [];
  try {
    for (const { italian, foreign } of sets) {
      found.push({ italian: await ask(finder, italian, times), foreign: await ask(finder, foreign, times) });
    }
  } finally {
    await finder.close();
  }
  return { setting, sets: found, milliseconds: percentile(times, 0.5) };
}

async function ask(finder: Finder, questions: readonly InScopeItem[], times: number[]): Promise<Found> {
  let first = 0;
  let three = 0;
  for (const { text, slugs } of questions) {
    const start = performance.now();
    const found = await finder.find(text);
    times.push(performance.now() - start);
    const rank = found.findIndex((slug) => slugs.includes(slug));
    if (rank === 0) first += 1;
    if (rank >= 0 && rank < 3) three += 1;
  }
  return { items: questions.length, first, three };
}

/** @throws when nothing was tried */
function bestFor(language: Language, tried: readonly Measured[]): Measured {
  const sum = ({ sets }: Measured, what: 'first' | 'three'): number =>
    sets.reduce((total, set) => total + set[language][what], 0);
  const [best] = [...tried].sort(
    (one, other) => sum(other, 'first') - sum(one, 'first') || sum(other, 'three') - sum(one, 'three'),
  );
  if (best === undefined) throw new Error('An engine without settings cannot be measured.');
  return best;
}
