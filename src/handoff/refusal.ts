/** Why an act on a ticket is not allowed, and what is to be done about it. A refusal changes nothing. */
import type { Outcome, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-events.ts';

/**
 * - `tell`: tell who acted, and show the ticket as it is now;
 * - `claim-first`: tell who acted, and offer to claim it;
 * - `choose-another`: the form stays, for another worker, office or time;
 * - `new-ticket`: what the citizen wants is a new request;
 * - `pass-on`: the citizen's words go to who has the ticket;
 * - `wait`: ask again at `due`;
 * - `nothing`: a repeat, or it does not concern this ticket.
 */
export type Decision =
  | 'tell'
  | 'claim-first'
  | 'choose-another'
  | 'new-ticket'
  | 'pass-on'
  | 'wait'
  | 'nothing';

export type Refusal =
  /** In the hands of `worker`; `nothing` when that is who claims. */
  | {
      readonly why: 'already-claimed';
      readonly worker: string;
      readonly decision: 'tell' | 'nothing';
    }
  /** Transferred to `worker`, and to nobody else. */
  | { readonly why: 'reserved'; readonly worker: string; readonly decision: 'tell' }
  | { readonly why: 'not-yours'; readonly worker: string; readonly decision: 'tell' }
  /** In nobody's hands. */
  | { readonly why: 'not-claimed'; readonly decision: 'claim-first' }
  | { readonly why: 'not-held'; readonly decision: 'nothing' }
  | { readonly why: 'closed'; readonly outcome: Outcome; readonly at: Date; readonly decision: 'tell' }
  | { readonly why: 'not-closed'; readonly decision: 'tell' }
  /** Closed for too long, or left by the citizen. */
  | { readonly why: 'reopening-over'; readonly closedAt: Date; readonly decision: 'new-ticket' }
  /** `worker`: who has no room, the one who acts (`tell`) or the colleague (`choose-another`). */
  | {
      readonly why: 'cap-reached';
      readonly worker: string;
      readonly cap: number;
      readonly decision: 'tell' | 'choose-another';
    }
  /** `worker` does not work for `office`. */
  | {
      readonly why: 'wrong-office';
      readonly worker: string;
      readonly office: string;
      readonly decision: 'tell' | 'choose-another';
    }
  | { readonly why: 'not-on-shift'; readonly worker: string; readonly decision: 'choose-another' }
  /** Transferred to where it is. */
  | { readonly why: 'already-there'; readonly decision: 'choose-another' }
  /** An instant that is to come is not. */
  | { readonly why: 'in-the-past'; readonly decision: 'choose-another' }
  /** `worker`: who has it, or had it before it was set aside. */
  | { readonly why: 'not-in-queue'; readonly worker: string; readonly decision: 'pass-on' }
  | { readonly why: 'not-due'; readonly due: Date; readonly decision: 'wait' }
  | { readonly why: 'not-concerned'; readonly decision: 'nothing' };

export type Transition =
  | { readonly is: 'changed'; readonly ticket: Ticket; readonly events: readonly TicketEvent[] }
  | { readonly is: 'refused'; readonly refusal: Refusal };

export function changed(ticket: Ticket, change: Partial<Ticket>, ...events: TicketEvent[]): Transition {
  return { is: 'changed', ticket: { ...ticket, ...change }, events };
}

export function refused(refusal: Refusal): Transition {
  return { is: 'refused', refusal };
}
