/** A PostgreSQL server to measure on: TEST_DATABASE_URL or a local one; a database a run, and pgbench beside it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import pg from 'pg';
import { freshServerDatabase, SERVER_URL } from '../../test/support/server-database.ts';

export { freshServerDatabase, SERVER_URL };

/** Transactions a second of `pgbench -N -c 8 -j 2` on a fresh database of the same server. */
export async function pgbenchTps(seconds: number): Promise<number> {
  const { url, drop } = await freshServerDatabase();
  try {
    run(['-i', '-q', url]);
    const output = run(['-N', '-c', '8', '-j', '2', '-T', String(seconds), url]);
    const tps = /tps = ([\d.]+)/.exec(output)?.[1];
    if (tps === undefined) throw new Error('pgbench printed no figure.');
    return Number(tps);
  } finally {
    await drop();
  }
}

/** Rows of one statement on a database. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function run(args: readonly string[]): string {
  const debian = '/usr/lib/postgresql/15/bin/pgbench';
  const program = existsSync(debian) ? debian : 'pgbench';
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
