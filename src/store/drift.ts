/** The schema and the migrations must tell the same story: what the one has and the others lack. */
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { FILTERS, migrationList, readMigrations, SCHEMA_FILE } from './migrate.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** The SQL that would bring the migrations' result to the schema; empty when they agree. */
export async function schemaDrift(): Promise<string> {
  const pglite = await PGlite.create({ dataDir: 'memory://' });
  try {
    const content = readFileSync(SCHEMA_FILE, 'utf8');
    const engine = await openSchemaEngine(new PrismaPGlite(pglite), { path: SCHEMA_FILE, content });
    const migrations = readMigrations();
    const { stdout } = await engine.diff({
      from: migrations.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrationList(migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA_FILE, content }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    engine.free();
    const sql = stdout ?? '';
    return /^\s*--[^\n]*empty migration/i.test(sql) ? '' : sql.trim();
  } finally {
    await pglite.close();
  }
}
