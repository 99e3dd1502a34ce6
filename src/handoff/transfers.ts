/** Handing a ticket on: it waits again, and keeps its age. A citizen never goes to the end of a queue by our doing. */
import { type ActOf, hasRoom, type Worker } from './acts.ts';
import { unlessInHand } from './by-worker.ts';
import { changed, type Refusal, refused, type Transition } from './refusal.ts';
import type { Ticket } from './ticket.ts';

/** The colleague takes it by claiming it; until then it counts for them, and nobody else but the sender may take it. */
export function transferToWorker(ticket: Ticket, act: ActOf<'transfer-to-worker'>): Transition {
  const { by, to, note } = act;
  const refusal = unlessInHand(ticket, by) ?? (to.id === by ? ALREADY_THERE : hindranceFor(ticket, to));
  if (refusal) return refused(refusal);
  const colleague = { is: 'worker', worker: to.id } as const;
  return changed(
    ticket,
    { state: { is: 'transferred', by, to: colleague, note } },
    { kind: 'ticket-transferred', by, to: colleague, note },
  );
}

export function transferToOffice(ticket: Ticket, act: ActOf<'transfer-to-office'>): Transition {
  const { by, office, note } = act;
  const refusal = unlessInHand(ticket, by) ?? (office === ticket.office ? ALREADY_THERE : null);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    { office, state: { is: 'transferred', by, to: { is: 'office' }, note } },
    { kind: 'ticket-transferred', by, to: { is: 'office', office }, note },
  );
}

const ALREADY_THERE: Refusal = { why: 'already-there', decision: 'choose-another' };

/** Why a colleague cannot be given the ticket; null when they can. */
function hindranceFor(ticket: Ticket, colleague: Worker): Refusal | null {
  const { id: worker, cap, offices, onShift } = colleague;
  const decision = 'choose-another';
  if (!offices.includes(ticket.office))
    return { why: 'wrong-office', worker, office: ticket.office, decision };
  if (!onShift) return { why: 'not-on-shift', worker, decision };
  return hasRoom(colleague, ticket) ? null : { why: 'cap-reached', worker, cap, decision };
}
