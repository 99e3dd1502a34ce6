/** What workers do with tickets. Only who has a ticket in hand may work on it. */
import { type ActOf, hasRoom, type Worker } from './acts.ts';
import { changed, type Refusal, refused, type Transition } from './refusal.ts';
import { holderOf, type Ticket } from './ticket.ts';

/** From the queue, by any worker of the office; a transferred one by the colleague, or back by who sent it; a snoozed one by any. */
export function claim(ticket: Ticket, { by }: ActOf<'claim'>): Transition {
  const { state } = ticket;
  const holder = holderOf(ticket);
  if (state.is === 'closed') return refused(closedAlready(state));
  if (holder !== null) {
    const decision = holder === by.id ? 'nothing' : 'tell';
    return refused({ why: 'already-claimed', worker: holder, decision });
  }
  if (state.is === 'transferred' && state.to.is === 'worker' && ![state.to.worker, state.by].includes(by.id))
    return refused({ why: 'reserved', worker: state.to.worker, decision: 'tell' });
  const hindrance = hindranceOf(ticket, by);
  if (hindrance) return refused(hindrance);
  return changed(
    ticket,
    { state: { is: 'claimed', worker: by.id } },
    { kind: 'ticket-claimed', worker: by.id },
  );
}

/** Ends a hold, and keeps what was promised to the citizen. */
export function reply(ticket: Ticket, { by }: ActOf<'reply'>, now: Date): Transition {
  const refusal = unlessInHand(ticket, by);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    {
      state: { is: 'claimed', worker: by },
      promisedBy: null,
      firstReplyAt: ticket.firstReplyAt ?? now,
    },
    { kind: 'worker-replied', worker: by, first: ticket.firstReplyAt === null },
  );
}

/** Also prolongs a hold. */
export function hold(ticket: Ticket, { by, until }: ActOf<'hold'>, now: Date): Transition {
  const refusal = unlessInHand(ticket, by) ?? unlessToCome(until, now);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    { state: { is: 'held', worker: by, until } },
    { kind: 'ticket-held', worker: by, until },
  );
}

export function snooze(ticket: Ticket, { by, until }: ActOf<'snooze'>, now: Date): Transition {
  const refusal = unlessInHand(ticket, by) ?? unlessToCome(until, now);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    { state: { is: 'snoozed', worker: by, until } },
    { kind: 'ticket-snoozed', worker: by, until },
  );
}

export function resume(ticket: Ticket, { by }: ActOf<'resume'>): Transition {
  const { state } = ticket;
  const refusal =
    state.is === 'snoozed'
      ? state.worker === by.id
        ? hindranceOf(ticket, by)
        : notYours(state.worker)
      : unlessInHand(ticket, by.id);
  if (refusal) return refused(refusal);
  if (state.is === 'claimed') return refused({ why: 'not-held', decision: 'nothing' });
  return changed(
    ticket,
    { state: { is: 'claimed', worker: by.id } },
    { kind: 'ticket-resumed', worker: by.id, because: 'resumed' },
  );
}

/** Back to the queue, at the place of its age; a colleague to whom it was transferred may decline it so. */
export function release(ticket: Ticket, { by }: ActOf<'release'>): Transition {
  const { state } = ticket;
  const declined = state.is === 'transferred' && state.to.is === 'worker' && state.to.worker === by;
  const refusal = declined ? null : unlessInHand(ticket, by);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    { state: { is: 'waiting', returned: false } },
    { kind: 'ticket-requeued', worker: by, because: 'released' },
  );
}

export function close(ticket: Ticket, { by, outcome }: ActOf<'close'>, now: Date): Transition {
  const refusal = unlessInHand(ticket, by);
  if (refusal) return refused(refusal);
  return changed(
    ticket,
    { state: { is: 'closed', outcome, at: now, worker: by }, promisedBy: null },
    { kind: 'ticket-closed', outcome, worker: by, urgency: ticket.urgency },
  );
}

/** Null when the ticket is in the hands of the worker. */
export function unlessInHand(ticket: Ticket, worker: string): Refusal | null {
  const { state } = ticket;
  if (state.is === 'closed') return closedAlready(state);
  const holder = holderOf(ticket);
  if (holder === null) return { why: 'not-claimed', decision: 'claim-first' };
  return holder === worker ? null : notYours(holder);
}

/** What keeps a worker from taking a ticket that nobody has; null when nothing does. */
function hindranceOf(ticket: Ticket, worker: Worker): Refusal | null {
  const { id, cap, offices } = worker;
  if (!offices.includes(ticket.office))
    return { why: 'wrong-office', worker: id, office: ticket.office, decision: 'tell' };
  return hasRoom(worker, ticket) ? null : { why: 'cap-reached', worker: id, cap, decision: 'tell' };
}

export function closedAlready({ outcome, at }: Extract<Ticket['state'], { is: 'closed' }>): Refusal {
  return { why: 'closed', outcome, at, decision: 'tell' };
}

export function unlessToCome(instant: Date, now: Date): Refusal | null {
  return instant > now ? null : { why: 'in-the-past', decision: 'choose-another' };
}

function notYours(worker: string): Refusal {
  return { why: 'not-yours', worker, decision: 'tell' };
}
