/** Embedded: how soon the webhook answers at 50 updates/s from 50 chats, and how long a citizen waits at 20/s. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../src/lib/percentile.ts';
import { type Figure, TEXTS } from './support/figures.ts';
import { Service } from './support/service.ts';
import { TelegramSide, textUpdate } from './support/telegram-side.ts';

interface Load {
  readonly webhookMs: number[];
  readonly waitMs: number[];
  readonly refused: number;
  readonly unanswered: number;
}

/** @param perSecond updates a second, from as many chats as fit one message each in turn. */
async function load(
  service: Service,
  telegram: TelegramSide,
  perSecond: number,
  seconds: number,
  chats: number,
): Promise<Load> {
  const asked = new Map<number, number>();
  const webhookMs: number[] = [];
  const waitMs: number[] = [];
  let refused = 0;
  telegram.onSent = ({ chatId, at }) => {
    const began = asked.get(chatId);
    if (began === undefined) return;
    asked.delete(chatId);
    waitMs.push(at - began);
  };
  const first = 1_000_000 + Math.floor(telegram.chance() * 1e9);
  const inFlight: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = start + (n * 1000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    const chatId = first + (n % chats);
    const turn = Math.floor(n / chats);
    if (!asked.has(chatId)) asked.set(chatId, performance.now());
    inFlight.push(
      telegram
        .deliver(service.url, textUpdate(first + n, chatId, turn + 1, TEXTS[turn % TEXTS.length] ?? ''))
        .then(({ status, ms }) => {
          webhookMs.push(ms);
          if (status !== 200) refused += 1;
        }),
    );
  }
  await Promise.all(inFlight);
  const deadline = performance.now() + 10_000;
  while (asked.size > 0 && performance.now() < deadline) await wait(50);
  return { webhookMs, waitMs, refused, unanswered: asked.size };
}

export async function latency(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'segretariato-bench-'));
  const telegram = await TelegramSide.start();
  const service = new Service({ ...telegram.environment, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' });
  await service.start();
  await load(service, telegram, 20, 3, 20);
  const calm = await load(service, telegram, 20, 20, 40);
  const busy = await load(service, telegram, 50, 20, 50);
  await service.stop();
  telegram.close();
  rmSync(dataDir, { recursive: true });
  return [
    { what: 'webhook answered, 50/s from 50 chats, p50', value: percentile(busy.webhookMs, 0.5), unit: 'ms' },
    {
      what: 'webhook answered, 50/s from 50 chats, p95',
      value: percentile(busy.webhookMs, 0.95),
      unit: 'ms',
      bar: { is: 'at most', value: 50 },
    },
    { what: 'citizen waits at 20/s, p50', value: percentile(calm.waitMs, 0.5), unit: 'ms' },
    {
      what: 'citizen waits at 20/s, p95',
      value: percentile(calm.waitMs, 0.95),
      unit: 'ms',
      bar: { is: 'at most', value: 500 },
    },
    { what: 'citizen waits at 50/s, p95', value: percentile(busy.waitMs, 0.95), unit: 'ms' },
    {
      what: 'updates refused or left without an answer',
      value: calm.refused + calm.unanswered + busy.refused + busy.unanswered,
      unit: 'updates',
      bar: { is: 'at most', value: 0 },
    },
  ];
}
