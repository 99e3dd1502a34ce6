/**
 * `npm run learn`: learns from the example messages of `knowledge/`, when what is kept is not of them, and says what it
 * took. The service does the same at its start: this only does it beforehand.
 */
import { performance } from 'node:perf_hooks';
import { ContentFaults } from '../../content.ts';
import { openForCommand } from './open.ts';

const start = performance.now();
try {
  const content = await openForCommand();
  const { requests } = content.base();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${requests.classes.length} matters, ${requests.rarity.length} features: ready in ${seconds} s`,
  );
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
