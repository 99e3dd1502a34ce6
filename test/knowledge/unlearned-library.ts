/** The library over texts alone: answers rest on no model, and a test of them need not wait until one is learnt. */
import { train } from '../../src/classifier/train.ts';
import type { LearntModels, WrittenKnowledge } from '../../src/knowledge/base.ts';
import { createLibrary, type Library } from '../../src/knowledge/library.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Clock, ManualClock } from '../../src/lib/clock.ts';
import { dayInItaly } from '../../src/lib/today.ts';
import { NOW } from '../support/real-content.ts';

const NOTHING = train([], []);
const NOTHING_LEARNT: LearntModels = {
  requests: NOTHING,
  aspects: NOTHING,
  followUps: NOTHING,
  languages: NOTHING,
};

/** @throws when a text has a fault */
export async function writtenKnowledge(folder: string): Promise<WrittenKnowledge> {
  const { faults, vocabulary, figureWords, ...texts } = await loadKnowledge(folder, dayInItaly(NOW));
  if (vocabulary === null || figureWords === null || faults.length > 0) {
    throw new Error(`The texts have faults: ${JSON.stringify(faults)}`);
  }
  return { ...texts, vocabulary, figureWords };
}

export function unlearnedLibrary(written: WrittenKnowledge, clock: Clock = new ManualClock(NOW)): Library {
  return createLibrary({ base: { ...written, ...NOTHING_LEARNT }, clock, publicUrl: 'https://esempio.it' });
}
