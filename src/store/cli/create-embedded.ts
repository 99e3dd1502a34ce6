/** Creates and migrates an embedded database in an empty folder: see `embedded.ts`, which runs it. */
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openPglite } from '../embedded.ts';
import { applyMigrations } from '../migrate.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('The folder of the database is missing.');
const pglite = await openPglite(folder);
await applyMigrations(new PrismaPGlite(pglite));
await pglite.close();
// The schema engine leaves a timer of ten seconds behind; everything is on disk, so there is nothing to wait for.
process.exit(0);
