/** The one door through which tickets change: what is not allowed here is not allowed anywhere. */
import type { Act } from './acts.ts';
import { citizenLeftQueue, citizenWrote } from './by-citizen.ts';
import { promise, promisePassed, workerGone } from './by-clock.ts';
import { claim, close, hold, release, reply, resume, snooze } from './by-worker.ts';
import type { Transition } from './refusal.ts';
import type { Ticket } from './ticket.ts';
import { transferToOffice, transferToWorker } from './transfers.ts';
import { reopen } from './waking.ts';

/**
 * The ticket after an act and the facts of it, or why the act is refused. Total: it throws for no ticket and no act. That
 * the ticket and the facts in the act are still true when the result is written is up to the store.
 */
export function transition(ticket: Ticket, act: Act, now: Date): Transition {
  switch (act.act) {
    case 'claim':
      return claim(ticket, act);
    case 'reply':
      return reply(ticket, act, now);
    case 'hold':
      return hold(ticket, act, now);
    case 'resume':
      return resume(ticket, act);
    case 'snooze':
      return snooze(ticket, act, now);
    case 'transfer-to-worker':
      return transferToWorker(ticket, act);
    case 'transfer-to-office':
      return transferToOffice(ticket, act);
    case 'release':
      return release(ticket, act);
    case 'reopen':
      return reopen(ticket, act, now);
    case 'close':
      return close(ticket, act, now);
    case 'citizen-wrote':
      return citizenWrote(ticket, act, now);
    case 'citizen-left-queue':
      return citizenLeftQueue(ticket, now);
    case 'worker-absent':
      return workerGone(ticket, act.worker, 'absent');
    case 'shift-ended':
      return workerGone(ticket, act.worker, 'shift-ended');
    case 'promise':
      return promise(ticket, act, now);
    case 'promise-passed':
      return promisePassed(ticket, act, now);
  }
}
