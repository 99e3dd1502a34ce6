/** The register: a new kind of event without a handler does not compile. */
import type { ConversationEvent, EventKind } from '../../conversation/events/index.ts';
import { crisisRecognised } from './crisis-recognised.ts';
import type { Effect, Handler } from './handler.ts';
import { handoffRequested } from './handoff-requested.ts';
import { keep } from './keep.ts';
import { messageSaid } from './message-said.ts';

const HANDLERS: { readonly [K in EventKind]: Handler<K> } = {
  'message-said': messageSaid,
  'handoff-requested': handoffRequested,
  'crisis-recognised': crisisRecognised,
  // Facts that are kept and bring about nothing else.
  'sheet-shown': keep,
  'need-recorded': keep,
  'question-unanswered': keep,
  'clarification-asked': keep,
  'language-chosen': keep,
  'comune-chosen': keep,
  'conversation-stopped': keep,
  'conversation-resumed': keep,
  'flow-restarted': keep,
  'trouble-met': keep,
  'media-received': keep,
};

/** Everything that follows from a turn's events, in order. */
export function effectsOf(events: readonly ConversationEvent[]): Effect[] {
  return events.flatMap((event) => [...handle(event, event.kind)]);
}

function handle<K extends EventKind>(event: ConversationEvent, kind: K): readonly Effect[] {
  const handler: Handler<K> = HANDLERS[kind];
  return handler(event as Extract<ConversationEvent, { readonly kind: K }>);
}
