/** PostgreSQL: durable turns a second, from the webhook to the provider, beside pgbench on the same server and run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedLoop } from './support/closed-loop.ts';
import type { Figure } from './support/figures.ts';
import { freshServerDatabase, pgbenchTps, query } from './support/postgres.ts';
import { Service } from './support/service.ts';
import { TelegramSide } from './support/telegram-side.ts';

const CHATS = 500;

export async function throughput(): Promise<Figure[]> {
  const tps = await pgbenchTps(10);
  const { url, drop } = await freshServerDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'segretariato-bench-'));
  const telegram = await TelegramSide.start();
  const service = new Service({
    ...telegram.environment,
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  try {
    await service.start();
    const { answered, seconds, refused } = await closedLoop(service, telegram, CHATS, 5, 20);
    const busyMemory = service.memoryMb();
    const [durable] = await query<{ turns: string }>(
      url,
      `SELECT count(DISTINCT turn_id) AS turns FROM message WHERE status = 'processed'`,
    );
    await service.stop();
    const turns = answered / seconds;
    return [
      { what: 'pgbench -N -c 8 -j 2', value: tps, unit: 'transactions/s' },
      { what: 'durable turns, webhook to provider', value: turns, unit: 'turns/s' },
      {
        what: 'turns beside pgbench',
        value: (turns / tps) * 100,
        unit: '%',
        bar: { is: 'at least', value: 10 },
      },
      { what: 'turns in the database after the run', value: Number(durable?.turns), unit: 'turns' },
      { what: 'updates refused', value: refused, unit: 'updates', bar: { is: 'at most', value: 0 } },
      { what: 'memory under that load', value: busyMemory, unit: 'MB' },
    ];
  } finally {
    await service.kill();
    telegram.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
