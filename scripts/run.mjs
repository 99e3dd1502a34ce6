/**
 * `node scripts/run.mjs ENTRY [ARGUMENTS]`: makes the clone ready, then becomes that program on the pinned Node.
 * Nothing but the program writes on standard output. The variables of `.env` are there for it, where that file
 * exists; those already set win.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { become, PINNED_NODE, ROOT, say } from './lib/processes.mjs';
import { setUp } from './setup.mjs';

const [entry, ...parameters] = process.argv.slice(2);
if (entry === undefined) {
  say('Usage: node scripts/run.mjs ENTRY [ARGUMENTS]');
  process.exit(2);
}
await setUp();
const settings = join(ROOT, '.env');
const options = existsSync(settings) ? [`--env-file=${settings}`] : [];
become(PINNED_NODE, [...options, entry, ...parameters]);
