/** First part of a message's way: received, made durable, and its conversation woken, in one transaction. */
import type { PgBoss } from 'pg-boss';
import type { IncomingMessage, Receipt } from '../channels/channel.ts';
import { Batcher } from '../lib/batcher.ts';
import { sealJson, type Vault } from '../privacy/vault.ts';
import type { Correspondents } from '../store/correspondents.ts';
import type { Database } from '../store/database.ts';
import { holdConversations, storeIncoming } from '../store/messages.ts';
import { hex, transact } from '../store/transaction.ts';
import { tellWebchat } from '../store/webchat-history.ts';
import { TURN, wake } from './queues.ts';

/** Most messages kept by one transaction. */
const LARGEST_BATCH = 64;

export interface InboxParts {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly vault: Vault;
  readonly correspondents: Correspondents;
}

export class Inbox {
  private readonly batcher: Batcher<IncomingMessage, Receipt>;
  private readonly parts: InboxParts;
  private open = true;

  constructor(parts: InboxParts) {
    this.parts = parts;
    this.batcher = new Batcher((messages) => this.store(messages), LARGEST_BATCH);
  }

  /** Resolves once the message is durable, or known to be a repeat. Rejects when it could not be kept. */
  receive = async (message: IncomingMessage): Promise<Receipt> => {
    if (!this.open) throw new InboxClosed();
    return await this.batcher.add(message);
  };

  /** Takes nothing new; resolves when what was taken is kept. */
  async close(): Promise<void> {
    this.open = false;
    await this.batcher.idle();
  }

  private async store(messages: readonly IncomingMessage[]): Promise<Receipt[]> {
    try {
      return await this.storeOnce(messages);
    } catch (error) {
      // A remembered conversation may be gone, or its creation rolled back: the second try asks the database again.
      this.parts.correspondents.forget();
      if (!(error instanceof Error)) throw error;
      return await this.storeOnce(messages);
    }
  }

  private async storeOnce(messages: readonly IncomingMessage[]): Promise<Receipt[]> {
    const { database, boss, vault, correspondents } = this.parts;
    return await transact(database, async (writer) => {
      const byAddress = await correspondents.resolve(writer, messages);
      const incoming = messages.map((message) => {
        const correspondent = byAddress.get(hex(correspondents.hash(message)));
        if (!correspondent) throw new Error('An address was not resolved.');
        const { content, languageHint, providerMessageId } = message;
        return {
          channel: message.channel,
          conversationId: correspondent.conversationId,
          providerIdHash: vault.lookup('incoming', message.channel, message.providerMessageId),
          contentSealed: sealJson(correspondent.key, { content, languageHint, providerMessageId }, 'message'),
          sentAt: message.sentAt,
          sequence: message.sequence,
        };
      });
      const held = await holdConversations(writer, [...new Set(incoming.map((each) => each.conversationId))]);
      if (incoming.some((each) => !held.has(each.conversationId))) throw new ConversationGone();
      const stored = await storeIncoming(writer, incoming);
      const kept = incoming.filter((_, index) => stored[index]);
      const woken = kept.map((each) => each.conversationId);
      await wake(boss, TURN, writer, woken);
      await tellWebchat(
        writer,
        kept.filter((each) => each.channel === 'webchat').map((each) => each.conversationId),
      );
      return stored.map((fresh) => (fresh ? 'stored' : 'repeat'));
    });
  }
}

/** The server is stopping: the provider repeats later. */
export class InboxClosed extends Error {
  override readonly name = 'InboxClosed';
}

/** The conversation was erased between the look-up and the write. */
class ConversationGone extends Error {
  override readonly name = 'ConversationGone';
}
