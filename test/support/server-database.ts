/** A PostgreSQL server for tests: TEST_DATABASE_URL, or a local one on the standard socket; a fresh database each. */
import { existsSync } from 'node:fs';
import pg from 'pg';
import { uuidv7 } from '../../src/lib/ids.ts';

const SOCKET_DIR = '/var/run/postgresql';

/** The server's address, or null when there is none: say so loudly, then skip. */
export const SERVER_URL: string | null = await findServer();

if (SERVER_URL === null) {
  console.warn('NO POSTGRESQL SERVER: tests on a server are SKIPPED. Set TEST_DATABASE_URL to run them.');
}

/** A new empty database and the way to drop it. */
export async function freshServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (SERVER_URL === null) throw new Error('There is no server: the test should have been skipped.');
  const name = `segretariato_test_${uuidv7().replaceAll('-', '')}`;
  await query(SERVER_URL, `CREATE DATABASE ${name}`);
  const url = new URL(SERVER_URL);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => query(SERVER_URL ?? '', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function findServer(): Promise<string | null> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return given;
  if (!existsSync(`${SOCKET_DIR}/.s.PGSQL.5432`)) return null;
  for (const url of [
    `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(SOCKET_DIR)}`,
    'postgresql://postgres@127.0.0.1:5432/postgres',
  ]) {
    try {
      await query(url, 'SELECT 1');
      return url;
    } catch {
      // Not this way in: the next one, or none, which is then said aloud.
    }
  }
  return null;
}
