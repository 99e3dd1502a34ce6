/** What a turn is made of: the core it runs on, what went in and what came out. */
import type { ReplyLanguage } from '../lib/language.ts';
import type { CrisisKind } from '../safety/crisis.ts';
import type { ConversationEvent } from './events/index.ts';
import type { FlowBook } from './flow/book.ts';
import type { Input } from './input.ts';
import type { PhraseBook } from './phrases.ts';
import type { CorePorts } from './ports.ts';
import type { ConversationState } from './state.ts';

export interface Core {
  readonly flows: FlowBook;
  readonly phrases: PhraseBook;
  /** The whole first answer to a danger, with the numbers to call; it is said before anything else. */
  emergencyReply(kind: CrisisKind, language: ReplyLanguage): string;
  readonly ports: CorePorts;
  /** One plain Italian sentence on whose matter it is, by the office that an understanding names; null: not known. */
  otherOffice?(office: string): string | null;
  /** Absolute addresses that are named in the talk. */
  readonly links: { readonly notice: string };
  readonly ambito: { readonly name: string };
}

export interface Turn {
  /** At least one, in the order they were written; a burst is one turn. */
  readonly inputs: readonly Input[];
  /** BCP 47 tag from the channel; only a hint. */
  readonly languageHint: string | null;
  readonly now: Date;
}

export interface TurnResult {
  readonly state: ConversationState;
  readonly events: readonly ConversationEvent[];
}
