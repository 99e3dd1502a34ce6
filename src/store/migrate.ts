/** Migrations, applied in this process at start: ordinary `prisma/migrations`, compatible with `prisma migrate deploy`. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { openSchemaEngine } from './schema-engine.ts';

const PRISMA_DIR = fileURLToPath(new URL('../../prisma/', import.meta.url));
export const MIGRATIONS_DIR = join(PRISMA_DIR, 'migrations');
export const SCHEMA_FILE = join(PRISMA_DIR, 'schema.prisma');

/** Any number that no other program's advisory lock on the same database is likely to use. */
const LOCK = 7_265_367_201;

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the script, as Prisma records it. */
  readonly checksum: string;
}

export function readMigrations(): Migration[] {
  return readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });
}

export function migrationList(migrations: readonly Migration[]) {
  const lockfile = join(MIGRATIONS_DIR, 'migration_lock.toml');
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: './migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
}

/** pg-boss keeps its tables in a schema of its own, which the engine does not look at. */
export const FILTERS = { externalTables: [], externalEnums: [] };

/** Applies what is missing; loads the engine only then. @returns the names applied now. */
export async function applyMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const migrations = readMigrations();
  if (await isUpToDate(factory, migrations)) return [];
  const engine = await openSchemaEngine(factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(migrations),
      filters: FILTERS,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** The same on a server, where several instances may start together: one migrates, the others wait for it. */
export async function applyMigrationsOnServer(
  url: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await applyMigrations(factory);
  } finally {
    await client.end();
  }
}

async function isUpToDate(
  factory: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly Migration[],
): Promise<boolean> {
  const adapter = await factory.connect();
  try {
    const table = await adapter.queryRaw({
      sql: `SELECT to_regclass('_prisma_migrations')::text`,
      args: [],
      argTypes: [],
    });
    if (table.rows[0]?.[0] == null) return false;
    const { rows } = await adapter.queryRaw({
      sql: 'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      args: [],
      argTypes: [],
    });
    const applied = new Map(rows.map(([name, checksum]) => [String(name), String(checksum)]));
    return migrations.every((migration) => applied.get(migration.name) === migration.checksum);
  } finally {
    await adapter.dispose();
  }
}
