/** Memory at rest and time to ready, embedded and on a server, after a little use. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from './support/figures.ts';
import { freshServerDatabase, SERVER_URL } from './support/postgres.ts';
import { Service } from './support/service.ts';
import { TelegramSide, textUpdate } from './support/telegram-side.ts';

export async function memory(): Promise<Figure[]> {
  const figures = await measure('embedded', {}, 450);
  if (SERVER_URL === null) return figures;
  const { url, drop } = await freshServerDatabase();
  try {
    return [...figures, ...(await measure('on a server', { DATABASE_URL: url }, 250))];
  } finally {
    await drop();
  }
}

async function measure(where: string, database: Record<string, string>, bar: number): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'segretariato-bench-'));
  const telegram = await TelegramSide.start();
  const environment = {
    ...telegram.environment,
    ...database,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
  };
  const first = new Service(environment);
  await first.start();
  await wait(20_000);
  const afterFirst = first.memoryMb();
  await first.stop();
  const service = new Service(environment);
  await service.start();
  for (let n = 1; n <= 20; n += 1) {
    await telegram.deliver(service.url, textUpdate(n, 1_000 + n, 1, 'come si fa l isee?'));
  }
  await wait(20_000);
  const atRest = service.memoryMb();
  const stopMs = await service.stop();
  telegram.close();
  rmSync(dataDir, { recursive: true });
  return [
    { what: `first start ${where}`, value: first.startedInMs / 1000, unit: 's' },
    {
      what: `start when installed ${where}`,
      value: service.startedInMs / 1000,
      unit: 's',
      bar: { is: 'at most', value: 5 },
    },
    { what: `memory at rest ${where}, after the very first start`, value: afterFirst, unit: 'MB' },
    { what: `memory at rest ${where}`, value: atRest, unit: 'MB', bar: { is: 'at most', value: bar } },
    { what: `graceful stop ${where}`, value: stopMs / 1000, unit: 's', bar: { is: 'at most', value: 10 } },
  ];
}
