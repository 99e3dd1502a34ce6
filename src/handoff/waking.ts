/** Tickets that come back: woken from a snooze, reopened after their closing. To the former worker if available, else to the queue. */
import { type ActOf, isAvailable, type Worker } from './acts.ts';
import { changed, refused, type Transition } from './refusal.ts';
import { formerOf, REOPENS_WITHIN, type Ticket, type TicketState } from './ticket.ts';
import type { TicketEvent } from './ticket-events.ts';

/** By a worker of the office, for one that was closed too early. */
export function reopen(ticket: Ticket, { by, former }: ActOf<'reopen'>, now: Date): Transition {
  if (ticket.state.is !== 'closed') return refused({ why: 'not-closed', decision: 'tell' });
  if (!by.offices.includes(ticket.office))
    return refused({ why: 'wrong-office', worker: by.id, office: ticket.office, decision: 'tell' });
  return reopened(ticket, former, now);
}

/** It waits from now on: who asks today is not before who has been waiting since yesterday. Its urgency stays. */
export function reopened(ticket: Ticket, former: Worker | null, now: Date): Transition {
  const { state } = ticket;
  if (state.is !== 'closed') return refused({ why: 'not-closed', decision: 'tell' });
  if (state.outcome === 'left' || now.getTime() - state.at.getTime() > REOPENS_WITHIN)
    return refused({ why: 'reopening-over', closedAt: state.at, decision: 'new-ticket' });
  const worker = availableFormer(ticket, former);
  const next: TicketState = worker === null ? { is: 'waiting', returned: false } : { is: 'claimed', worker };
  return changed(ticket, { state: next, since: now }, { kind: 'ticket-reopened', worker });
}

/** The state and the fact of a snoozed ticket that wakes. In the queue it stands in front: a worker had it. */
export function woken(
  ticket: Ticket,
  snoozer: string,
  former: Worker | null,
  because: 'citizen-wrote' | 'time-passed',
): { readonly state: TicketState; readonly event: TicketEvent } {
  const worker = availableFormer(ticket, former);
  return worker === null
    ? {
        state: { is: 'waiting', returned: true },
        event: { kind: 'ticket-requeued', worker: snoozer, because },
      }
    : { state: { is: 'claimed', worker }, event: { kind: 'ticket-resumed', worker, because } };
}

/** Facts of anybody but the former worker say nothing. */
function availableFormer(ticket: Ticket, former: Worker | null): string | null {
  if (former === null || former.id !== formerOf(ticket)) return null;
  return isAvailable(former, ticket) ? former.id : null;
}
