/** What an event of a turn brings about: each kind has one handler, and each handler returns plain effects. */
import type { OutgoingMessage } from '../../channels/channel.ts';
import type { HandoffReason } from '../../conversation/events/handoff-requested.ts';
import type { EventKind, EventOf } from '../../conversation/events/index.ts';
import type { CrisisKind, Urgency } from '../../safety/crisis.ts';

export type Effect =
  /** A message leaves through the conversation's channel. */
  | { readonly effect: 'send'; readonly message: OutgoingMessage }
  /** The fact is kept, as codes without words. */
  | { readonly effect: 'keep'; readonly kind: EventKind; readonly data: Readonly<Record<string, unknown>> }
  /** A person is asked for; staff will see it in their queue. */
  | {
      readonly effect: 'request-person';
      readonly reason: HandoffReason;
      readonly crisis: { readonly kind: CrisisKind; readonly urgency: Urgency } | null;
    };

export type Handler<K extends EventKind> = (event: EventOf<K>) => readonly Effect[];
