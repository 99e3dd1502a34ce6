import { setTimeout as wait } from 'node:timers/promises';
import type { Delays } from './options.ts';

/** Waits, or less when the signal ends it. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** How long to wait before attempt number `attempt` + 1 (from 0): doubling, within bounds, half of it by chance. */
export function backoff(attempt: number, delays: Delays, random: () => number): number {
  const full = Math.min(delays.longestBackoffMs, delays.firstBackoffMs * 2 ** Math.min(attempt, 20));
  return Math.round(full * (0.5 + random() / 2));
}
