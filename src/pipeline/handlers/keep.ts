import type { ConversationEvent } from '../../conversation/events/index.ts';
import type { Effect } from './handler.ts';

/** The fact is kept and nothing else follows. No event but `message-said` carries text, and that one is not kept. */
export function keep({ kind, ...data }: ConversationEvent): readonly Effect[] {
  return [{ effect: 'keep', kind, data }];
}
