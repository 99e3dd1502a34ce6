/** The clock on every record: what is past its time is deleted, once a day and at each start. */
import type { Clock } from '../lib/clock.ts';
import { describeError, type Log } from '../lib/log.ts';

/** Raw chat is kept 90 days after the last message: proposed default, the Ambito's plan decides (pa-conventions §6). */
export const KEEP_DAYS = 90;

const DAY_MS = 86_400_000;

/** Deletes the conversations whose last message is older than a date. @returns how many. */
export type ForgetBefore = (before: Date) => Promise<number>;

export class Retention {
  private timer: NodeJS.Timeout | null = null;
  private passing: Promise<void> = Promise.resolve();
  private readonly forgetBefore: ForgetBefore;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(forgetBefore: ForgetBefore, clock: Clock, log: Log) {
    this.forgetBefore = forgetBefore;
    this.clock = clock;
    this.log = log;
  }

  start(): void {
    const run = () => {
      this.passing = this.pass().catch((error: unknown) => {
        this.log.error(describeError(error), 'The retention pass failed; it will pass again.');
      });
    };
    run();
    this.timer = setInterval(run, DAY_MS);
    this.timer.unref();
  }

  async pass(): Promise<void> {
    const forgotten = await this.forgetBefore(new Date(this.clock.now().getTime() - KEEP_DAYS * DAY_MS));
    if (forgotten > 0)
      this.log.info({ conversations: forgotten }, 'Conversations past their time were deleted.');
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.passing;
  }
}
