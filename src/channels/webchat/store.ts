import type { Choice } from '../channel.ts';

/** One line of a web conversation, as the page shows it. */
export interface WebchatEntry {
  /**
   * Opaque to the channel, without line breaks; it is the `id:` of the event stream. Ids of one session must follow
   * the order in which entries become visible: an entry that shows up later must not have a smaller id than one
   * already read, or a stream that went past it would never show it. Writers of one session therefore take turns
   * (one lock a conversation).
   */
  readonly id: string;
  readonly from: 'citizen' | 'assistant' | 'worker';
  /** `choice`: a button was pressed, and `text` is its label. `erased`: the text is gone, only its place is left. */
  readonly kind: 'text' | 'choice' | 'erased';
  readonly text: string;
  /** What the citizen can pick; empty for their own messages. */
  readonly choices: readonly Choice[];
  /** BCP 47, when it is known and not Italian: screen readers change their voice by it. */
  readonly language?: string;
  readonly at: Date;
  /** For a citizen's message, the `providerMessageId` it was received with; else null. */
  readonly providerMessageId: string | null;
}

/** What the web chat reads of the conversations; it writes nothing but through `Receive`. */
export interface WebchatStore {
  /**
   * The entries of a session, in order, both ways of the talk, as soon as they are durable.
   * `after` an id: the first `limit` entries that come after it. `after` null: the latest `limit` entries.
   * An unknown session has none.
   */
  history(sessionId: string, after: string | null, limit: number): Promise<readonly WebchatEntry[]>;
  /** Calls `onChange` after a new entry of the session is durable, whoever wrote it. Returns the way to end it. */
  subscribe(sessionId: string, onChange: () => void): () => void;
}
