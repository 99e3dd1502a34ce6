/** A ticket: the work of a worker on a hand-off. Ids and codes only; what was written and noted is kept elsewhere. */
import { DAY } from './local-time.ts';
import type { TicketUrgency } from './urgency.ts';

/** What a ticket came to, asked of the worker who closes it. `left`: the citizen went away, from the queue or the talk. */
export const OUTCOMES = [
  'answered',
  'given-appointment',
  'sent-to-office',
  'taken-in-charge',
  'emergency-services-called',
  'not-ours',
  'unreachable',
  'left',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * How long after its closing a ticket may be reopened, in milliseconds. A week: who was told "bring the paper and write
 * again" comes back within one, a weekend and a holiday included, and the worker still knows the story. Later it is
 * another request, and is to be counted as one.
 */
export const REOPENS_WITHIN = 7 * DAY;

/** Workers by id. A ticket is in the hands of one worker (`claimed`, `held`) or of none. */
export type TicketState =
  /** In the queue. `returned`: a worker had it and went away, so it stands before those of its urgency. */
  | { readonly is: 'waiting'; readonly returned: boolean }
  | { readonly is: 'claimed'; readonly worker: string }
  /** In a worker's hands, who looks something up and has promised to come back by `until`. */
  | { readonly is: 'held'; readonly worker: string; readonly until: Date }
  /** Set aside for days and in nobody's hands; `worker` had it, and gets it back when it wakes. */
  | { readonly is: 'snoozed'; readonly worker: string; readonly until: Date }
  /** In the queue again, handed on by `by` with a note: to the workers of its (new) office, or to one colleague only. */
  | {
      readonly is: 'transferred';
      readonly by: string;
      readonly to: { readonly is: 'office' } | { readonly is: 'worker'; readonly worker: string };
      readonly note: string;
    }
  /** `worker`: in whose hands it was; null when the citizen left the queue. */
  | {
      readonly is: 'closed';
      readonly outcome: Outcome;
      readonly at: Date;
      readonly worker: string | null;
    };

export interface Ticket {
  readonly id: string;
  /** The id of the office whose workers may take it. */
  readonly office: string;
  readonly urgency: TicketUrgency;
  /** When a person was first wanted. It never changes. */
  readonly askedAt: Date;
  /** Since when it waits, for its place in the queue: `askedAt`, or when it was reopened. */
  readonly since: Date;
  /** The instant by which the citizen was told that a worker answers; null when none was told, or it was answered. */
  readonly promisedBy: Date | null;
  /** The first reply of a worker; null while there was none. */
  readonly firstReplyAt: Date | null;
  readonly state: TicketState;
}

/** The ticket of a new hand-off request. */
export function newTicket(id: string, office: string, urgency: TicketUrgency, askedAt: Date): Ticket {
  return {
    id,
    office,
    urgency,
    askedAt,
    since: askedAt,
    promisedBy: null,
    firstReplyAt: null,
    state: { is: 'waiting', returned: false },
  };
}

/** In the queue: it waits for a worker. */
export function isQueued({ state }: Ticket): boolean {
  return state.is === 'waiting' || state.is === 'transferred';
}

/** The worker in whose hands it is; null when in nobody's. */
export function holderOf({ state }: Ticket): string | null {
  return state.is === 'claimed' || state.is === 'held' ? state.worker : null;
}

/** The worker it goes back to when it wakes or is reopened, if available; null when there is none. */
export function formerOf({ state }: Ticket): string | null {
  return state.is === 'snoozed' || state.is === 'closed' ? state.worker : null;
}

/** The next instant at which `promise-passed` is to be given, if nothing happens before; null: never. */
export function dueAt({ promisedBy, state }: Ticket): Date | null {
  if (state.is === 'closed') return null;
  const until = state.is === 'held' || state.is === 'snoozed' ? state.until : null;
  if (promisedBy === null || until === null) return promisedBy ?? until;
  return promisedBy < until ? promisedBy : until;
}

/** The worker whose cap it counts towards: who has it in hand, or the colleague it was transferred to. */
export function countsFor(ticket: Ticket): string | null {
  const { state } = ticket;
  return state.is === 'transferred' && state.to.is === 'worker' ? state.to.worker : holderOf(ticket);
}
