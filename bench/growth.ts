/** The same turn with a million stored messages as with none: PostgreSQL, same load, paired. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedLoop } from './support/closed-loop.ts';
import type { Figure } from './support/figures.ts';
import { freshServerDatabase, query } from './support/postgres.ts';
import { Service } from './support/service.ts';
import { TelegramSide } from './support/telegram-side.ts';

const MESSAGES = 1_000_000;
const CONVERSATIONS = 20_000;

export async function growth(): Promise<Figure[]> {
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
    const empty: number[] = [];
    for (let round = 0; round < 3; round += 1) empty.push(await turnMs(service, telegram));
    await fill(url);
    const full: number[] = [];
    for (let round = 0; round < 3; round += 1) full.push(await turnMs(service, telegram));
    const [none, million] = [median(empty), median(full)];
    return [
      { what: 'cost of a turn, empty store', value: none, unit: 'ms' },
      { what: 'cost of a turn, a million stored messages', value: million, unit: 'ms' },
      { what: 'growth', value: million / none, unit: '×', bar: { is: 'at most', value: 1.2 } },
    ];
  } finally {
    await service.kill();
    telegram.close();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds of the whole machine a turn costs when it is kept busy. */
async function turnMs(service: Service, telegram: TelegramSide): Promise<number> {
  const { answered, seconds } = await closedLoop(service, telegram, 300, 3, 10);
  return (seconds * 1000) / answered;
}

/** Old talks of others: processed messages in, sent messages out, with their facts. */
async function fill(url: string): Promise<void> {
  await query(
    url,
    `WITH people AS (
       INSERT INTO contact (id, key_sealed) SELECT gen_random_uuid(), decode(repeat('00', 60), 'hex')
         FROM generate_series(1, ${CONVERSATIONS}) RETURNING id)
     INSERT INTO conversation (id, contact_id, channel, address_hash, address_sealed)
     SELECT gen_random_uuid(), id, 'telegram', decode(md5(id::text), 'hex'), decode(repeat('00', 40), 'hex') FROM people`,
  );
  await query(
    url,
    `INSERT INTO message (conversation_id, status, author, provider_id_hash, content_sealed, sent_at, sequence, done_at, turn_id)
     SELECT c.id, CASE WHEN n % 2 = 0 THEN 'processed' ELSE 'sent' END, CASE WHEN n % 2 = 0 THEN 'citizen' ELSE 'assistant' END,
            decode(md5(c.id::text || n), 'hex'), decode(repeat('00', 200), 'hex'), now(), n, now(), gen_random_uuid()
       FROM (SELECT id FROM conversation WHERE octet_length(address_hash) = 16) c,
            generate_series(1, ${MESSAGES / CONVERSATIONS}) AS n`,
  );
  await query(url, 'VACUUM ANALYZE message');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
