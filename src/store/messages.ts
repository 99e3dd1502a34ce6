/** The message table, inbox side: keeps what arrives, drops what is known. */
import { base64, hex, type Reader, rows, type Writer } from './transaction.ts';

export interface NewIncoming {
  readonly conversationId: string;
  readonly providerIdHash: Uint8Array;
  readonly contentSealed: Uint8Array;
  readonly sentAt: Date;
  readonly sequence: number;
}

export interface StoredMessage {
  readonly id: bigint;
  readonly conversationId: string;
  readonly contentSealed: Uint8Array;
  readonly sentAt: Date;
}

/**
 * Holds the conversations until the transaction ends, in one order everywhere, so that a turn of theirs either sees
 * the messages stored now or is woken for them. @returns the ids that exist.
 */
export async function holdConversations(
  writer: Writer,
  conversationIds: readonly string[],
): Promise<Set<string>> {
  const held = await rows<{ id: string }>(
    writer,
    `SELECT id::text AS id FROM conversation
      WHERE id IN (SELECT i::uuid FROM jsonb_array_elements_text($1::jsonb) AS i) ORDER BY id FOR NO KEY UPDATE`,
    JSON.stringify(conversationIds),
  );
  return new Set(held.map((row) => row.id));
}

/** Stores incoming messages. @returns for each, whether it was new: a repeat is dropped. */
export async function storeIncoming(writer: Writer, messages: readonly NewIncoming[]): Promise<boolean[]> {
  const stored = await rows<{ hash: string }>(
    writer,
    `INSERT INTO message (conversation_id, status, author, provider_id_hash, content_sealed, sent_at, sequence)
     SELECT x.conversation, 'received', 'citizen', decode(x.hash, 'hex'), decode(x.content, 'base64'), x.sent_at, x.seq
       FROM jsonb_to_recordset($1::jsonb)
         AS x(n int, conversation uuid, hash text, content text, sent_at timestamptz, seq bigint)
      ORDER BY x.n
     ON CONFLICT (provider_id_hash) DO NOTHING
     RETURNING encode(provider_id_hash, 'hex') AS hash`,
    JSON.stringify(
      messages.map((message, n) => ({
        n,
        conversation: message.conversationId,
        hash: hex(message.providerIdHash),
        content: base64(message.contentSealed),
        sent_at: message.sentAt.toISOString(),
        seq: message.sequence,
      })),
    ),
  );
  const fresh = new Set(stored.map((row) => row.hash));
  // The same id twice in one batch: the first is new, the second a repeat.
  return messages.map((message) => fresh.delete(hex(message.providerIdHash)));
}

/** The messages of some conversations that no turn has taken in yet, in the order they were written. */
export async function unprocessed(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<StoredMessage[]> {
  const found = await rows<{
    id: bigint;
    conversation_id: string;
    content_sealed: Uint8Array;
    sent_at: Date;
  }>(
    reader,
    `SELECT id, conversation_id::text AS conversation_id, content_sealed, sent_at FROM message
      WHERE status = 'received'
        AND conversation_id IN (SELECT i::uuid FROM jsonb_array_elements_text($1::jsonb) AS i)
      ORDER BY conversation_id, sent_at, sequence, id`,
    JSON.stringify(conversationIds),
  );
  return found.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    contentSealed: row.content_sealed,
    sentAt: row.sent_at,
  }));
}
