/** The library over the repository's own knowledge folder: the sheets that have no fault. */
import { createLibrary, type Library } from '../../src/knowledge/library.ts';
import { type LoadedKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import type { Vocabulary } from '../../src/knowledge/vocabulary.ts';
import { ManualClock } from '../../src/lib/clock.ts';

export const NOW = new Date('2026-11-24T10:00:00Z');

export async function realKnowledge(): Promise<LoadedKnowledge & { vocabulary: Vocabulary }> {
  const loaded = await loadKnowledge('knowledge', '2026-11-24');
  if (loaded.vocabulary === null)
    throw new Error(`The vocabulary has faults: ${JSON.stringify(loaded.faults)}`);
  return { ...loaded, vocabulary: loaded.vocabulary };
}

export async function realLibrary(): Promise<Library> {
  const { sheets, numbers, offices, vocabulary } = await realKnowledge();
  const clock = new ManualClock(NOW);
  return createLibrary({ sheets, numbers, offices, vocabulary, clock, publicUrl: 'https://esempio.it' });
}
