/** LISTEN on a PostgreSQL server, on a connection of its own that comes back by itself. */
import pg from 'pg';
import type { Listener } from './database.ts';

const RETRY_MS = 1_000;

export async function listenOnServer(
  url: string,
  channel: string,
  listener: Listener,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  let ended = false;
  let retry: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => listener.onNews(payload ?? ''));
    await fresh.connect();
    await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    client = fresh;
  }

  function lost(which: pg.Client): void {
    if (ended || client !== which) return;
    client = null;
    again();
  }

  function again(): void {
    retry = setTimeout(() => {
      connect().then(
        () => listener.onGap(),
        () => again(),
      );
    }, RETRY_MS);
    retry.unref();
  }

  await connect();
  return async () => {
    ended = true;
    if (retry) clearTimeout(retry);
    await client?.end();
  };
}
