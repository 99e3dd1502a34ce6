import type { Clock } from '../../lib/clock.ts';

/** Allows so many messages in so many milliseconds, counted for each key over a sliding window. */
export class RateLimit {
  private readonly times = new Map<string, number[]>();
  private readonly clock: Clock;
  private readonly most: number;
  private readonly windowMs: number;

  constructor(clock: Clock, most: number, windowMs: number) {
    this.clock = clock;
    this.most = most;
    this.windowMs = windowMs;
  }

  /** Counts one message. Null when it may pass, else the milliseconds to wait; a refused one is not counted. */
  take(key: string): number | null {
    const now = this.clock.now().getTime();
    const recent = (this.times.get(key) ?? []).filter((time) => time > now - this.windowMs);
    const oldest = recent[0];
    if (recent.length >= this.most && oldest !== undefined) return oldest + this.windowMs - now;
    recent.push(now);
    this.times.set(key, recent);
    if (this.times.size > 10_000) this.forgetOld(now);
    return null;
  }

  private forgetOld(now: number): void {
    for (const [key, times] of this.times) {
      if ((times.at(-1) ?? 0) <= now - this.windowMs) this.times.delete(key);
    }
  }
}
