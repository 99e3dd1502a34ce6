/** What can be done to a ticket: by workers, by citizens, by the clock. Each carries the facts it needs, read just before. */
import type { Outcome, Ticket } from './ticket.ts';
import type { CrisisUrgency } from './urgency.ts';

/** What has to be known of a worker to give them a ticket. */
export interface Worker {
  readonly id: string;
  /** Ids of the offices whose tickets they may take. */
  readonly offices: readonly string[];
  /** Working now: in a shift, not on leave, not absent. */
  readonly onShift: boolean;
  /** Tickets that count for them now (`countsFor`). */
  readonly open: number;
  /** How many may. */
  readonly cap: number;
}

/** `by` is the id of the worker who acts, where no more of them has to be known. */
export type WorkerAct =
  | { readonly act: 'claim'; readonly by: Worker }
  | { readonly act: 'reply'; readonly by: string }
  | { readonly act: 'hold'; readonly by: string; readonly until: Date }
  /** Ends a hold, or wakes a ticket that one snoozed oneself. */
  | { readonly act: 'resume'; readonly by: Worker }
  | { readonly act: 'snooze'; readonly by: string; readonly until: Date }
  /** `note`: the id of the note that says why. */
  | { readonly act: 'transfer-to-worker'; readonly by: string; readonly to: Worker; readonly note: string }
  | {
      readonly act: 'transfer-to-office';
      readonly by: string;
      readonly office: string;
      readonly note: string;
    }
  | { readonly act: 'release'; readonly by: string }
  | { readonly act: 'reopen'; readonly by: Worker; readonly former: Worker | null }
  | { readonly act: 'close'; readonly by: string; readonly outcome: Outcome };

/** `former`: the facts of `formerOf(ticket)`; null when there is none or they cannot be had. */
export type CitizenAct =
  /**
   * A message for a person. `danger`: the urgency of what it tells; null when it tells no danger. For a closed ticket the
   * caller gives it only when a person is wanted again; what is written to the assistant stays with the assistant.
   */
  | {
      readonly act: 'citizen-wrote';
      readonly danger: CrisisUrgency | null;
      readonly former: Worker | null;
    }
  | { readonly act: 'citizen-left-queue' };

export type ClockAct =
  /** A worker is away without notice. */
  | { readonly act: 'worker-absent'; readonly worker: string }
  | { readonly act: 'shift-ended'; readonly worker: string }
  /** The citizen has been told that a worker answers by `due`. */
  | { readonly act: 'promise'; readonly due: Date }
  /** `dueAt(ticket)` has come: of a promise to the citizen, of a hold or of a snooze. */
  | { readonly act: 'promise-passed'; readonly former: Worker | null };

export type Act = WorkerAct | CitizenAct | ClockAct;
export type ActOf<Name extends Act['act']> = Extract<Act, { readonly act: Name }>;

/**
 * Room under the cap. A ticket whose urgency is `now` always finds room: a cap is there to keep work good, not to keep
 * somebody in danger waiting.
 */
export function hasRoom({ open, cap }: Worker, { urgency }: Ticket): boolean {
  return open < cap || urgency === 'now';
}

/** May be given the ticket without being asked. */
export function isAvailable(worker: Worker, ticket: Ticket): boolean {
  return worker.onShift && worker.offices.includes(ticket.office) && hasRoom(worker, ticket);
}
