/**
 * The database: one dialect (PostgreSQL), two places. Embedded (PGlite under DATA_DIR, or in memory for tests and
 * the terminal) or a server by DATABASE_URL. Everything above this file is the same for both.
 */
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type ConstructorOptions as BossOptions, fromPglite } from 'pg-boss';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { lockDataDir } from './data-dir-lock.ts';
import { createEmbedded, openPglite } from './embedded.ts';
import { PrismaClient } from './generated/client.ts';
import { listenOnServer } from './listen.ts';
import { applyMigrations, applyMigrationsOnServer } from './migrate.ts';

export type DatabasePlace =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'memory' }
  | { readonly kind: 'server'; readonly url: string };

export interface Database {
  readonly kind: DatabasePlace['kind'];
  readonly prisma: PrismaClient;
  /** How pg-boss reaches the same database. */
  readonly boss: BossOptions;
  /** Hears what any process of ours says with `pg_notify` on a channel. @returns the way to end it. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface Listener {
  readonly onNews: (payload: string) => void;
  /** The connection was lost and is back: news in between is lost. */
  readonly onGap: () => void;
}

/** Connections of this process to a server: turns, deliveries, web pages. pg-boss has its own few. */
const SERVER_CONNECTIONS = 8;

/**
 * Opens the database and brings it to the last migration.
 * @throws DataDirInUse when another process holds the embedded database.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if (place.kind === 'server') return await openServer(place.url);
  const lock = place.kind === 'embedded' ? lockDataDir(place.dataDir) : null;
  try {
    const folder = place.kind === 'embedded' ? join(place.dataDir, 'db') : null;
    if (folder !== null) await createEmbedded(folder);
    const pglite = await openPglite(folder);
    const factory = new PrismaPGlite(pglite);
    await applyMigrations(factory);
    const prisma = new PrismaClient({ adapter: factory });
    return {
      kind: place.kind,
      prisma,
      boss: { db: fromPglite(pglite), backend: 'pglite' },
      listen: (channel, { onNews }) => pglite.listen(channel, onNews),
      close: async () => {
        await prisma.$disconnect();
        await pglite.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openServer(url: string): Promise<Database> {
  const factory: SqlMigrationAwareDriverAdapterFactory = new PrismaPg({
    connectionString: url,
    max: SERVER_CONNECTIONS,
  });
  await applyMigrationsOnServer(url, factory);
  const prisma = new PrismaClient({ adapter: factory });
  return {
    kind: 'server',
    prisma,
    boss: { connectionString: url, max: 5 },
    listen: (channel, listener) => listenOnServer(url, channel, listener),
    close: async () => {
      await prisma.$disconnect();
    },
  };
}
