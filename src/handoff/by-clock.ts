/** What time and absence do to a ticket. */
import type { ActOf } from './acts.ts';
import { closedAlready, unlessToCome } from './by-worker.ts';
import { changed, refused, type Transition } from './refusal.ts';
import { countsFor, dueAt, type Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-events.ts';
import { woken } from './waking.ts';

/** What a worker who goes away had in hand, or was transferred, waits again: in front of its urgency, with its old age. */
export function workerGone(ticket: Ticket, worker: string, because: 'absent' | 'shift-ended'): Transition {
  if (countsFor(ticket) !== worker) return refused({ why: 'not-concerned', decision: 'nothing' });
  return changed(
    ticket,
    { state: { is: 'waiting', returned: true } },
    { kind: 'ticket-requeued', worker, because },
  );
}

export function promise(ticket: Ticket, { due }: ActOf<'promise'>, now: Date): Transition {
  if (ticket.state.is === 'closed') return refused(closedAlready(ticket.state));
  const refusal = unlessToCome(due, now);
  if (refusal) return refused(refusal);
  return changed(ticket, { promisedBy: due }, { kind: 'promise-made', due });
}

/** A promise is missed once. Its ticket keeps its place: people are told, nobody is overtaken. */
export function promisePassed(ticket: Ticket, { former }: ActOf<'promise-passed'>, now: Date): Transition {
  const due = dueAt(ticket);
  if (due === null) return refused({ why: 'not-concerned', decision: 'nothing' });
  if (due > now) return refused({ why: 'not-due', due, decision: 'wait' });
  const { promisedBy, state } = ticket;
  const missed = promisedBy !== null && promisedBy <= now;
  const events: TicketEvent[] = missed ? [{ kind: 'promise-missed', due: promisedBy }] : [];
  const kept: Ticket = missed ? { ...ticket, promisedBy: null } : ticket;
  if (state.is === 'held' && state.until <= now) {
    const { worker } = state;
    events.push({ kind: 'ticket-resumed', worker, because: 'time-passed' });
    return changed(kept, { state: { is: 'claimed', worker } }, ...events);
  }
  if (state.is === 'snoozed' && state.until <= now) {
    const { state: next, event } = woken(ticket, state.worker, former, 'time-passed');
    return changed(kept, { state: next }, ...events, event);
  }
  return changed(kept, {}, ...events);
}
