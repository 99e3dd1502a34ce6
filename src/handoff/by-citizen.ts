/** What citizens do to their ticket, by writing or by leaving. */
import type { ActOf } from './acts.ts';
import { closedAlready } from './by-worker.ts';
import { changed, refused, type Transition } from './refusal.ts';
import { formerOf, holderOf, type Ticket, type TicketState } from './ticket.ts';
import type { TicketEvent } from './ticket-events.ts';
import { isMoreUrgent } from './urgency.ts';
import { reopened, woken } from './waking.ts';

/** Ends a hold and a snooze, reopens what was closed of late, raises the urgency (nothing lowers it). */
export function citizenWrote(ticket: Ticket, act: ActOf<'citizen-wrote'>, now: Date): Transition {
  const raised = act.danger !== null && isMoreUrgent(act.danger, ticket.urgency) ? act.danger : null;
  const asUrgent = raised === null ? ticket : { ...ticket, urgency: raised };
  const back = comeBack(asUrgent, act, now);
  if (back.is === 'refused') return back;
  const events: TicketEvent[] = [{ kind: 'citizen-wrote', reader: holderOf(back.ticket) }];
  if (raised !== null) events.push({ kind: 'urgency-raised', from: ticket.urgency, to: raised });
  return changed(back.ticket, {}, ...events, ...back.events);
}

function comeBack(ticket: Ticket, { former }: ActOf<'citizen-wrote'>, now: Date): Transition {
  const { state } = ticket;
  if (state.is === 'closed') return reopened(ticket, former, now);
  if (state.is === 'snoozed') {
    const { state: next, event } = woken(ticket, state.worker, former, 'citizen-wrote');
    return changed(ticket, { state: next }, event);
  }
  if (state.is !== 'held') return changed(ticket, {});
  const next: TicketState = { is: 'claimed', worker: state.worker };
  return changed(
    ticket,
    { state: next },
    { kind: 'ticket-resumed', worker: state.worker, because: 'citizen-wrote' },
  );
}

/** The queue is left, not a worker: to who has begun, or will come back, the citizen's words are passed on. */
export function citizenLeftQueue(ticket: Ticket, now: Date): Transition {
  const { state } = ticket;
  if (state.is === 'closed') return refused(closedAlready(state));
  const worker = holderOf(ticket) ?? formerOf(ticket);
  if (worker !== null) return refused({ why: 'not-in-queue', worker, decision: 'pass-on' });
  return changed(
    ticket,
    { state: { is: 'closed', outcome: 'left', at: now, worker: null }, promisedBy: null },
    { kind: 'ticket-closed', outcome: 'left', worker: null, urgency: ticket.urgency },
  );
}
