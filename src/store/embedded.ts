/** The embedded database: PGlite, PostgreSQL compiled to WebAssembly, in this process. */
import { execFile } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';

/** The database's own cache; its default of 160 MB is the largest piece of the process's memory. */
const BUFFERS = '16MB';
const CREATE = fileURLToPath(new URL('./cli/create-embedded.ts', import.meta.url));

/** @param folder of the database; null = in memory. */
export async function openPglite(folder: string | null): Promise<PGlite> {
  return await PGlite.create({
    dataDir: folder ?? 'memory://',
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`],
  });
}

/**
 * Makes the database of a first start, migrated, unless there is one. In a process of its own, because creating and
 * migrating take a hundred megabytes that this one would keep; whole or not at all, because it is built aside.
 */
export async function createEmbedded(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  await promisify(execFile)(process.execPath, [CREATE, aside]);
  renameSync(aside, folder);
}
