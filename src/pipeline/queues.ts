/**
 * pg-boss only wakes workers: the messages are in our own table. Policy `stately` with the conversation as key keeps
 * at most one queued and one active wake-up a conversation, so bursts coalesce and nothing of one conversation
 * overlaps, on any number of instances.
 */
import { fromPrisma, type JobInsert, PgBoss } from 'pg-boss';
import type { Log } from '../lib/log.ts';
import type { Database } from '../store/database.ts';
import type { Writer } from '../store/transaction.ts';

export const TURN = 'turn';
export const DELIVERY = 'delivery';
/** Where a turn that failed every time ends: the citizen is told, the messages are kept and listed. */
export const TURN_DEAD = 'turn-dead';

export interface WakeUp {
  readonly conversationId: string;
}

const COMMON = {
  policy: 'stately',
  notify: true,
  retryBackoff: true,
  /** A worker that dies is noticed by its missing heartbeat, a slow one never is taken for dead before a minute. */
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  deleteAfterSeconds: 60,
} as const;

/** Opens the queues on the database. The caller starts the workers and stops it. */
export async function openQueues(database: Database, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    ...database.boss,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 60,
    reindex: database.kind === 'server',
    monitorVacuum: database.kind === 'server',
  });
  boss.on('error', (error) => log.error({ error: error.name }, 'The queue reported an error.'));
  await boss.start();
  await boss.createQueue(TURN_DEAD, { ...COMMON, retryLimit: 20, retryDelay: 2, retryDelayMax: 300 });
  await boss.createQueue(TURN, {
    ...COMMON,
    retryLimit: 4,
    retryDelay: 1,
    retryDelayMax: 30,
    deadLetter: TURN_DEAD,
  });
  await boss.createQueue(DELIVERY, { ...COMMON, retryLimit: 1_000, retryDelay: 1, retryDelayMax: 60 });
  return boss;
}

/** Wakes conversations inside the caller's transaction; a conversation already woken is not woken twice. */
export async function wake(
  boss: PgBoss,
  queue: typeof TURN | typeof DELIVERY,
  writer: Writer,
  conversationIds: readonly string[],
  at?: Date,
): Promise<void> {
  if (conversationIds.length === 0) return;
  const jobs: JobInsert<WakeUp>[] = [...new Set(conversationIds)].map((conversationId) => ({
    singletonKey: conversationId,
    data: { conversationId },
    ...(at ? { startAfter: at } : {}),
  }));
  await boss.insert(queue, jobs, { db: fromPrisma(writer) });
}
