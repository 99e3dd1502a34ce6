/**
 * What every channel is to the rest of the product: it turns a provider's payload into an `IncomingMessage`,
 * sends an `OutgoingMessage`, and says of each failure what is to be done. Nothing else of a provider leaks out.
 */
import type { FastifyInstance } from 'fastify';

export const CHANNEL_NAMES = ['telegram', 'webchat', 'terminal'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

export type MediaKind = 'voice' | 'audio' | 'image' | 'video' | 'document' | 'sticker';

/** What a citizen sent, in our words. `choice` is a pressed button: the id we gave it. */
export type IncomingContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choiceId: string }
  | {
      readonly kind: 'media';
      readonly media: MediaKind;
      readonly caption?: string;
      readonly mime?: string;
      readonly size?: number;
      readonly durationS?: number;
      /** What the channel needs to fetch it later; sealed with the rest of the content. */
      readonly ref?: string;
    }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'contact' }
  /** The citizen blocked us (`left`) or came back (`returned`): no answer is owed. */
  | { readonly kind: 'membership'; readonly change: 'left' | 'returned' }
  | { readonly kind: 'unsupported'; readonly what: string };

export interface IncomingMessage {
  readonly channel: ChannelName;
  /** Unique within the channel: the key that drops repeats. */
  readonly providerMessageId: string;
  /** Where to answer: chat id, web session id. Personal: sealed at rest. */
  readonly address: string;
  /** When it was written, by the provider's clock. */
  readonly sentAt: Date;
  /** Order among messages of the same second, when the provider gives one (Telegram's `update_id`). */
  readonly sequence: number;
  /** BCP 47 hint from the provider; only a hint. */
  readonly languageHint?: string;
  readonly content: IncomingContent;
}

/** An answer a citizen can pick: by button, number, word or emoji digit. */
export interface Choice {
  /** Ours, short and opaque: at most 32 bytes of `[a-z0-9._-]`; it carries the question's id. */
  readonly id: string;
  readonly label: string;
  /** At most 20 characters, for channels whose buttons are small; given when the label is longer. */
  readonly short?: string;
}

export interface OutgoingMessage {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** What became of one attempt to send: the failure carries its decision. Codes are stable words, for staff and logs. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly providerMessageId: string }
  /** Try again, not before `afterMs` when the provider named a time. `wholeChannel`: everybody waits. */
  | {
      readonly outcome: 'retry';
      readonly code: string;
      readonly afterMs?: number;
      readonly wholeChannel?: boolean;
    }
  /** This message will never go: keep it, show it to staff. */
  | { readonly outcome: 'give-up'; readonly code: string }
  /** The person blocked us or is gone: stop quietly. */
  | { readonly outcome: 'unreachable'; readonly code: string }
  /** The channel itself is broken (token revoked): nothing goes until somebody mends it. */
  | { readonly outcome: 'stop-channel'; readonly code: string };

/** `stored`: kept by this call; `repeat`: already known, dropped. */
export type Receipt = 'stored' | 'repeat';

/** How a channel hands over what it received; resolves only once the message is durable. */
export type Receive = (message: IncomingMessage) => Promise<Receipt>;

export type ChannelState =
  | { readonly status: 'on' }
  | { readonly status: 'failing'; readonly code: string; readonly since: Date }
  | { readonly status: 'stopped'; readonly code: string; readonly since: Date };

export interface Channel {
  readonly name: ChannelName;
  /** Adds the channel's HTTP routes to the server, before it listens. */
  routes(server: FastifyInstance, receive: Receive): Promise<void> | void;
  /** Begins to receive (polling, registering a webhook). Resolves at once: trouble shows in `state()`. */
  start(receive: Receive): Promise<void>;
  /** Takes nothing new; resolves when what is in flight has ended. */
  stop(): Promise<void>;
  /** One attempt. Never throws for a provider's fault: the outcome says it. `messageId` is ours, stable over retries. */
  send(address: string, message: OutgoingMessage, messageId: string): Promise<Delivery>;
  state(): ChannelState;
}
