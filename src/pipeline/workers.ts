/** The workers that pg-boss wakes: turns, deliveries, and turns that failed every time. */
import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Log } from '../lib/log.ts';
import { describeError } from '../lib/log.ts';
import type { DeadTurns } from './dead-turns.ts';
import type { Outbox } from './outbox.ts';
import { DELIVERY, TURN, TURN_DEAD, type WakeUp } from './queues.ts';
import type { Turns } from './turn.ts';

export interface WorkerOptions {
  /** Workers of each queue in this process: the embedded database has one connection, a server many. */
  readonly turnWorkers: number;
  readonly deliveryWorkers: number;
  /** Conversations a worker takes at once: one transaction for their turns. */
  readonly batch: number;
  /**
   * How long a wake-up waits before its turn, in milliseconds, so that a thought written in three quick messages
   * is one turn. It is the price of an answer that has read everything.
   */
  readonly settleMs: number;
}

const POLLING = {
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 0.5,
  burstWhenBatchFull: true,
  perJobResults: true,
} as const;

export interface WorkerParts {
  readonly boss: PgBoss;
  readonly turns: Turns;
  readonly outbox: Outbox;
  readonly deadTurns: DeadTurns;
  readonly log: Log;
  readonly options: WorkerOptions;
}

export async function startWorkers({
  boss,
  turns,
  outbox,
  deadTurns,
  log,
  options,
}: WorkerParts): Promise<void> {
  const { turnWorkers, deliveryWorkers, batch, settleMs } = options;
  await boss.work(
    TURN,
    { ...POLLING, batchSize: batch, localConcurrency: turnWorkers },
    async (jobs: Job<WakeUp>[]): Promise<JobResult[]> => {
      if (settleMs > 0) await new Promise((resolve) => setTimeout(resolve, settleMs));
      const failed = await turns.take(jobs.map((job) => job.data.conversationId));
      return jobs.map((job) => ({
        id: job.id,
        status: failed.has(job.data.conversationId) ? 'failed' : 'completed',
      }));
    },
  );
  await boss.work(
    DELIVERY,
    { ...POLLING, batchSize: batch, localConcurrency: deliveryWorkers },
    async (jobs: Job<WakeUp>[]): Promise<JobResult[]> => {
      const failed = await outbox.deliver(jobs.map((job) => job.data.conversationId));
      return jobs.map((job) => ({
        id: job.id,
        status: failed.has(job.data.conversationId) ? 'failed' : 'completed',
      }));
    },
  );
  await boss.work(
    TURN_DEAD,
    { ...POLLING, batchSize: 1, localConcurrency: 1 },
    async (jobs: Job<WakeUp>[]): Promise<JobResult[]> => {
      const results: JobResult[] = [];
      for (const job of jobs) {
        try {
          await deadTurns.close(job.data.conversationId);
          results.push({ id: job.id, status: 'completed' });
        } catch (error) {
          log.error(
            { conversation: job.data.conversationId, ...describeError(error) },
            'A dead turn could not be closed.',
          );
          results.push({ id: job.id, status: 'failed' });
        }
      }
      return results;
    },
  );
}
