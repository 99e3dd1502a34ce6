/** What happened in a turn: one file a kind. */

import type { ClarificationAsked } from './clarification-asked.ts';
import type { ComuneChosen } from './comune-chosen.ts';
import type { ConversationResumed } from './conversation-resumed.ts';
import type { ConversationStopped } from './conversation-stopped.ts';
import type { CrisisRecognised } from './crisis-recognised.ts';
import type { FlowRestarted } from './flow-restarted.ts';
import type { HandoffRequested } from './handoff-requested.ts';
import type { LanguageChosen } from './language-chosen.ts';
import type { MediaReceived } from './media-received.ts';
import type { MessageSaid } from './message-said.ts';
import type { NeedRecorded } from './need-recorded.ts';
import type { QuestionUnanswered } from './question-unanswered.ts';
import type { SheetShown } from './sheet-shown.ts';
import type { TroubleMet } from './trouble-met.ts';

/** Every fact a turn can record, in the order they happened. No fact carries a citizen's words. */
export type ConversationEvent =
  | MessageSaid
  | SheetShown
  | NeedRecorded
  | HandoffRequested
  | CrisisRecognised
  | QuestionUnanswered
  | ClarificationAsked
  | LanguageChosen
  | ComuneChosen
  | ConversationStopped
  | ConversationResumed
  | FlowRestarted
  | TroubleMet
  | MediaReceived;

export type EventKind = ConversationEvent['kind'];
export type EventOf<K extends EventKind> = Extract<ConversationEvent, { readonly kind: K }>;

/** All kinds, to be walked by registers and tests; a missing or unknown one does not compile. */
const KINDS: { readonly [K in EventKind]: true } = {
  'message-said': true,
  'sheet-shown': true,
  'need-recorded': true,
  'handoff-requested': true,
  'crisis-recognised': true,
  'question-unanswered': true,
  'clarification-asked': true,
  'language-chosen': true,
  'comune-chosen': true,
  'conversation-stopped': true,
  'conversation-resumed': true,
  'flow-restarted': true,
  'trouble-met': true,
  'media-received': true,
};
export const EVENT_KINDS = Object.keys(KINDS) as EventKind[];
