/** The order of the queue: the most urgent first, then the oldest. */
import { isQueued, type Ticket } from './ticket.ts';
import { compareUrgency } from './urgency.ts';

/**
 * Negative when `one` is taken before `other`: more urgent; then given back by a worker who went away; then waiting for
 * longer; then, for tickets of the same millisecond, by id. Only a ticket and itself are equal, so the order is total.
 */
export function compareTickets(one: Ticket, other: Ticket): number {
  return (
    compareUrgency(one.urgency, other.urgency) ||
    Number(isReturned(other)) - Number(isReturned(one)) ||
    one.since.getTime() - other.since.getTime() ||
    compareIds(one.id, other.id)
  );
}

/** The tickets that wait in an office, in the order in which they are to be taken. */
export function queueOf(tickets: readonly Ticket[], office: string): Ticket[] {
  return tickets.filter((ticket) => ticket.office === office && isQueued(ticket)).sort(compareTickets);
}

/** A ticket's place in the queue of its office, 1 for the next; null when it is not in the queue. */
export function placeOf(ticket: Ticket, tickets: readonly Ticket[]): number | null {
  const index = queueOf(tickets, ticket.office).findIndex(({ id }) => id === ticket.id);
  return index === -1 ? null : index + 1;
}

/**
 * What came in while an office was closed, and what was left from before: all that waits when it opens, in the order of
 * the queue, so that the place told in the night is the place in the morning.
 */
export function batchAtOpening(tickets: readonly Ticket[], office: string, opensAt: Date): Ticket[] {
  return queueOf(tickets, office).filter(({ since }) => since.getTime() <= opensAt.getTime());
}

function isReturned({ state }: Ticket): boolean {
  return state.is === 'waiting' && state.returned;
}

/** By code unit: the same on every machine. */
function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
