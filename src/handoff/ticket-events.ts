/** What happened to a ticket: facts in the past tense, ids and codes only. When, and to which ticket, the store adds. */
import type { Outcome } from './ticket.ts';
import type { TicketUrgency } from './urgency.ts';

export type TicketEvent =
  | { readonly kind: 'ticket-claimed'; readonly worker: string }
  /** `first`: no worker had replied before. */
  | { readonly kind: 'worker-replied'; readonly worker: string; readonly first: boolean }
  | { readonly kind: 'ticket-held'; readonly worker: string; readonly until: Date }
  | { readonly kind: 'ticket-snoozed'; readonly worker: string; readonly until: Date }
  /** In the hands of `worker` after a hold or a snooze. */
  | { readonly kind: 'ticket-resumed'; readonly worker: string; readonly because: WakeReason }
  | {
      readonly kind: 'ticket-transferred';
      readonly by: string;
      readonly to:
        | { readonly is: 'office'; readonly office: string }
        | { readonly is: 'worker'; readonly worker: string };
      readonly note: string;
    }
  /** Back in the queue; `worker` had it, or it was meant for them. */
  | { readonly kind: 'ticket-requeued'; readonly worker: string; readonly because: RequeueReason }
  /** `reader`: the worker who has the ticket, to be told; null when the queue is to be. */
  | { readonly kind: 'citizen-wrote'; readonly reader: string | null }
  | { readonly kind: 'urgency-raised'; readonly from: TicketUrgency; readonly to: TicketUrgency }
  | { readonly kind: 'promise-made'; readonly due: Date }
  /** Nobody answered by `due`: to be told to who coordinates the office. */
  | { readonly kind: 'promise-missed'; readonly due: Date }
  /** `worker`: who has it; null when it waits. */
  | { readonly kind: 'ticket-reopened'; readonly worker: string | null }
  /** `urgency`: somebody in danger who left the queue is not to be overlooked. */
  | {
      readonly kind: 'ticket-closed';
      readonly outcome: Outcome;
      readonly worker: string | null;
      readonly urgency: TicketUrgency;
    };

export type WakeReason = 'resumed' | 'citizen-wrote' | 'time-passed';
export type RequeueReason = 'released' | 'absent' | 'shift-ended' | 'citizen-wrote' | 'time-passed';
