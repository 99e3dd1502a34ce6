/** The real sheets and the real recognition of danger, as `app.ts` puts them together. */
import { join } from 'node:path';
import type { RecogniseCrisis } from '../../../src/conversation/ports.ts';
import { createLibrary, type Library } from '../../../src/knowledge/library.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { ManualClock } from '../../../src/lib/clock.ts';
import { recogniseCrisis } from '../../../src/safety/recognise.ts';
import { NOON, ROOT } from './talk.ts';

export interface RealKnowledge {
  readonly library: Library;
  readonly recogniseCrisis: RecogniseCrisis;
  readonly slugs: readonly string[];
}

export async function realKnowledge(): Promise<RealKnowledge> {
  const { sheets, numbers, offices, vocabulary } = await loadKnowledge(join(ROOT, 'knowledge'), '2026-11-24');
  if (vocabulary === null) throw new Error('knowledge/vocabulary.yaml or other-offices.yaml cannot be read');
  const library = createLibrary({
    sheets,
    numbers,
    offices,
    vocabulary,
    clock: new ManualClock(NOON),
    publicUrl: 'https://esempio.it',
  });
  return { library, recogniseCrisis, slugs: sheets.map(({ slug }) => slug) };
}
