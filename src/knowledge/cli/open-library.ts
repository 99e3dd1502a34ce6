import { systemClock } from '../../lib/clock.ts';
import { describeFault } from '../fault.ts';
import { createLibrary, type Library } from '../library.ts';
import { loadKnowledge } from '../load.ts';
import { dayInItaly } from '../today.ts';

const PUBLIC_URL = 'http://127.0.0.1:3000';

/**
 * The library for a command: sheets with faults are left out and named on stderr.
 * @throws when the vocabulary has a fault
 */
export async function openLibrary(directory = 'knowledge'): Promise<Library> {
  const { sheets, numbers, offices, vocabulary, faults } = await loadKnowledge(
    directory,
    dayInItaly(systemClock.now()),
  );
  for (const fault of faults) console.error(describeFault(fault));
  if (vocabulary === null)
    throw new Error('The vocabulary has faults: run the check of the knowledge folder');
  return createLibrary({ sheets, numbers, offices, vocabulary, clock: systemClock, publicUrl: PUBLIC_URL });
}
