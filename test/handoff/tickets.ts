/** Workers, and a ticket led through acts, for tests. */
import type { Act, Worker } from '../../src/handoff/acts.ts';
import type { Refusal } from '../../src/handoff/refusal.ts';
import { newTicket, type Ticket } from '../../src/handoff/ticket.ts';
import type { TicketEvent } from '../../src/handoff/ticket-events.ts';
import { transition } from '../../src/handoff/transition.ts';
import type { TicketUrgency } from '../../src/handoff/urgency.ts';
import { rome } from './hours.ts';

export const NOW = rome('2026-12-01 10:00');
export const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

export function worker(id: string, facts: Partial<Worker> = {}): Worker {
  return { id, offices: ['capurso'], onShift: true, open: 0, cap: 5, ...facts };
}

export const anna = worker('anna');
export const bruno = worker('bruno');

export function ticket(urgency: TicketUrgency = 'ordinary'): Ticket {
  return newTicket('t', 'capurso', urgency, rome('2026-12-01 09:00'));
}

/** The ticket after acts that must all be allowed. */
export function led(start: Ticket, ...acts: readonly Act[]): Ticket {
  return acts.reduce((current, act) => {
    const result = transition(current, act, NOW);
    if (result.is === 'refused') throw new Error(`${act.act}: ${result.refusal.why}`);
    return result.ticket;
  }, start);
}

/** What an act brings about: the state and the facts. Throws when it is refused. */
export function done(start: Ticket, act: Act, now = NOW): { state: Ticket['state']; events: TicketEvent[] } {
  const result = transition(start, act, now);
  if (result.is === 'refused') throw new Error(`${act.act}: ${result.refusal.why}`);
  return { state: result.ticket.state, events: [...result.events] };
}

/** Why an act is not allowed. Throws when it is. */
export function refusal(start: Ticket, act: Act, now = NOW): Refusal {
  const result = transition(start, act, now);
  if (result.is === 'changed') throw new Error(`${act.act} was allowed`);
  return result.refusal;
}

export const CLAIM: Act = { act: 'claim', by: anna };
export const claimed = (urgency?: TicketUrgency) => led(ticket(urgency), CLAIM);
export const closed = (outcome: 'answered' | 'left' = 'answered') =>
  outcome === 'left'
    ? led(ticket(), { act: 'citizen-left-queue' })
    : led(claimed(), { act: 'close', by: 'anna', outcome });
