/**
 * `npm run bench [-- NAME …]`: the figures and their bars; all of them, or the named ones. They want a quiet machine.
 * The fault run is a command of its own: `npm run test:fault`.
 */
import { growth } from './growth.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { type Figure, report } from './support/figures.ts';
import { SERVER_URL } from './support/postgres.ts';
import { throughput } from './throughput.ts';

const BENCHES: Readonly<Record<string, { run: () => Promise<Figure[]>; needsServer: boolean }>> = {
  latency: { run: latency, needsServer: false },
  memory: { run: memory, needsServer: false },
  throughput: { run: throughput, needsServer: true },
  growth: { run: growth, needsServer: true },
};

/** Cross-validations and comparisons: minutes of work, no bar of their own, only when named. */
const STUDIES: Readonly<Record<string, () => Promise<unknown>>> = {
  understanding: () => import('./understanding.ts'),
  aspects: () => import('./aspects.ts'),
  'follow-ups': () => import('./follow-ups.ts'),
  cries: () => import('./cries.ts'),
  retrieval: () => import('./retrieval/index.ts'),
};

const named = process.argv.slice(2);
const [study] = named.flatMap((name) => STUDIES[name] ?? []);
if (study !== undefined) {
  await study();
  process.exit(0);
}
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
let holds = true;
for (const [name, { run, needsServer }] of Object.entries(BENCHES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${name}`);
  if (needsServer && SERVER_URL === null) {
    console.log('SKIPPED: it wants a PostgreSQL server (TEST_DATABASE_URL).');
    continue;
  }
  holds = report(await run()) && holds;
}
process.exit(holds ? 0 : 1);
