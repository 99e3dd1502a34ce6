/** Citizens who each write again as soon as they are answered: as many turns as the service can take. */
import { setTimeout as wait } from 'node:timers/promises';
import { TEXTS } from './figures.ts';
import type { Service } from './service.ts';
import { type TelegramSide, textUpdate } from './telegram-side.ts';

export interface LoopResult {
  readonly answered: number;
  readonly seconds: number;
  readonly refused: number;
}

let nextUpdate = 10_000_000;

/** @param warmUpSeconds not counted, first. */
export async function closedLoop(
  service: Service,
  telegram: TelegramSide,
  chats: number,
  warmUpSeconds: number,
  seconds: number,
): Promise<LoopResult> {
  const sequence = new Map<number, number>();
  const first = 5_000_000_000 + Math.floor(telegram.chance() * 1e9) * 10;
  let answered = 0;
  let refused = 0;
  let over = false;
  const write = (chatId: number) => {
    if (over) return;
    const turn = (sequence.get(chatId) ?? 0) + 1;
    sequence.set(chatId, turn);
    const text = TEXTS[(turn - 1) % TEXTS.length] ?? '';
    telegram.deliver(service.url, textUpdate(nextUpdate++, chatId, turn, text)).then(({ status }) => {
      if (status !== 200) refused += 1;
    });
  };
  telegram.onSent = ({ chatId }) => {
    answered += 1;
    write(chatId);
  };
  for (let n = 0; n < chats; n += 1) write(first + n);
  await wait(warmUpSeconds * 1000);
  answered = 0;
  const began = performance.now();
  await wait(seconds * 1000);
  const result = { answered, seconds: (performance.now() - began) / 1000, refused };
  over = true;
  await wait(1_500);
  return result;
}
