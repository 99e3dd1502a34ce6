/** Finds what was left undone (a wake-up lost with a crash, a channel that came back) and wakes it: one pass, now and then. */
import type { PgBoss } from 'pg-boss';
import type { Clock } from '../lib/clock.ts';
import { describeError, type Log } from '../lib/log.ts';
import type { Database } from '../store/database.ts';
import { transact } from '../store/transaction.ts';
import { leftUndone } from '../store/turns.ts';
import { DELIVERY, TURN, wake } from './queues.ts';

const EVERY_MS = 15_000;
/** Younger than this is on its way, not left behind. */
const MIN_AGE_MS = 10_000;

export class Sweep {
  private timer: NodeJS.Timeout | null = null;
  private passing: Promise<void> = Promise.resolve();
  private readonly database: Database;
  private readonly boss: PgBoss;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(database: Database, boss: PgBoss, clock: Clock, log: Log) {
    this.database = database;
    this.boss = boss;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Before the workers start: whatever a killed process left is woken, of any age, since nothing is on its way yet.
   * Later it would drop the wake-ups that this process is serving.
   */
  async recover(): Promise<void> {
    if (this.database.kind !== 'server') await this.dropOrphans();
    await this.pass(0);
  }

  start(): void {
    this.timer = setInterval(() => {
      this.passing = this.pass(MIN_AGE_MS).catch((error: unknown) => {
        this.log.error(describeError(error), 'The sweep failed; it will pass again.');
      });
    }, EVERY_MS);
    this.timer.unref();
  }

  /** Wakes every conversation with something undone for at least `minAgeMs`. */
  async pass(minAgeMs: number): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - minAgeMs);
    await transact(this.database, async (writer) => {
      await wake(this.boss, TURN, writer, await leftUndone(writer, 'received', before, now));
      await wake(this.boss, DELIVERY, writer, await leftUndone(writer, 'pending', before, now));
    });
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.passing;
  }

  /** Jobs that a killed process held: on an embedded database nobody else can hold one, so they need not time out. */
  private async dropOrphans(): Promise<void> {
    await transact(this.database, async (writer) => {
      await writer.$executeRawUnsafe(
        `DELETE FROM pgboss.job WHERE state = 'active' AND name = ANY($1::text[])`,
        [TURN, DELIVERY],
      );
    });
  }
}
