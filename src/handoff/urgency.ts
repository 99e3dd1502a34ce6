/** How soon a ticket wants a worker, and the order in which tickets are taken. */
import type { RecogniseCrisis } from '../conversation/ports.ts';

/** The urgency of a crisis (`now`, `soon`) as the safety part tells it. */
export type CrisisUrgency = NonNullable<ReturnType<RecogniseCrisis>>['urgency'];
export type TicketUrgency = CrisisUrgency | 'ordinary';

/** The lower, the sooner; a level the safety part adds does not compile without its rank. */
const RANKS: Readonly<Record<TicketUrgency, number>> = { now: 0, soon: 1, ordinary: 2 };

/** All of them, the most urgent first. */
export const URGENCIES: readonly TicketUrgency[] = ['now', 'soon', 'ordinary'];

/** Negative when `one` is more urgent than `other`, 0 when they are the same. */
export function compareUrgency(one: TicketUrgency, other: TicketUrgency): number {
  return RANKS[one] - RANKS[other];
}

export function isMoreUrgent(one: TicketUrgency, other: TicketUrgency): boolean {
  return compareUrgency(one, other) < 0;
}
