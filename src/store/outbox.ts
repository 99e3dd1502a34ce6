/** The message table, outbox side: what waits to be sent, and what became of each attempt. */
import { base64, type Reader, rows, type Writer } from './transaction.ts';

export interface NewOutgoing {
  readonly conversationId: string;
  readonly turnId: string;
  readonly author: 'assistant' | 'worker';
  readonly contentSealed: Uint8Array;
}

export interface PendingMessage {
  readonly id: bigint;
  readonly conversationId: string;
  readonly contentSealed: Uint8Array;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
}

/** Where the pending messages of a conversation go. */
export interface Destination {
  readonly conversationId: string;
  readonly contactId: string;
  readonly keySealed: Uint8Array;
  readonly channel: string;
  readonly addressSealed: Uint8Array;
  readonly messages: readonly PendingMessage[];
}

/** What an attempt changes. `providerIdHash` finds the message when a delivery report names it. */
export type Attempt =
  | { readonly outcome: 'sent'; readonly id: bigint; readonly at: Date; readonly providerIdHash: Uint8Array }
  | { readonly outcome: 'retry'; readonly id: bigint; readonly at: Date; readonly code: string }
  | { readonly outcome: 'failed'; readonly id: bigint; readonly at: Date; readonly code: string };

export async function storeOutgoing(
  writer: Writer,
  messages: readonly NewOutgoing[],
  at: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await writer.$executeRawUnsafe(
    `INSERT INTO message (conversation_id, status, author, content_sealed, sent_at, turn_id)
     SELECT x.conversation, 'pending', x.author, decode(x.content, 'base64'), $2::timestamptz, x.turn
       FROM jsonb_to_recordset($1::jsonb) AS x(n int, conversation uuid, author text, content text, turn uuid)
      ORDER BY x.n`,
    JSON.stringify(
      messages.map((message, n) => ({
        n,
        conversation: message.conversationId,
        author: message.author,
        content: base64(message.contentSealed),
        turn: message.turnId,
      })),
    ),
    at.toISOString(),
  );
}

interface PendingRow {
  id: bigint;
  conversation_id: string;
  content_sealed: Uint8Array;
  created_at: Date;
  attempts: number;
  next_attempt_at: Date | null;
  channel: string;
  contact_id: string;
  address_sealed: Uint8Array;
  key_sealed: Uint8Array;
}

/** What waits to be sent in some conversations, oldest first. */
export async function pendingMessages(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<Destination[]> {
  const found = await rows<PendingRow>(
    reader,
    `SELECT m.id, m.conversation_id::text AS conversation_id, m.content_sealed, m.created_at, m.attempts,
            m.next_attempt_at, c.channel, c.contact_id::text AS contact_id, c.address_sealed, k.key_sealed
       FROM message m
       JOIN conversation c ON c.id = m.conversation_id
       JOIN contact k ON k.id = c.contact_id
      WHERE m.status = 'pending'
        AND m.conversation_id IN (SELECT i::uuid FROM jsonb_array_elements_text($1::jsonb) AS i)
      ORDER BY m.id`,
    JSON.stringify(conversationIds),
  );
  const destinations = new Map<string, Destination & { messages: PendingMessage[] }>();
  for (const row of found) {
    const destination = destinations.get(row.conversation_id) ?? {
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      keySealed: row.key_sealed,
      channel: row.channel,
      addressSealed: row.address_sealed,
      messages: [],
    };
    destination.messages.push({
      id: row.id,
      conversationId: row.conversation_id,
      contentSealed: row.content_sealed,
      createdAt: row.created_at,
      attempts: row.attempts,
      nextAttemptAt: row.next_attempt_at,
    });
    destinations.set(row.conversation_id, destination);
  }
  return [...destinations.values()];
}

/** Records attempts; a message that is no longer pending is left as it is. */
export async function recordAttempts(writer: Writer, attempts: readonly Attempt[]): Promise<void> {
  await writer.$executeRawUnsafe(
    `UPDATE message m
        SET status = x.status,
            attempts = m.attempts + 1,
            done_at = CASE WHEN x.status = 'sent' THEN x.at END,
            next_attempt_at = CASE WHEN x.status = 'pending' THEN x.at END,
            error_code = x.code,
            provider_id_hash = COALESCE(decode(x.provider, 'base64'), m.provider_id_hash)
       FROM jsonb_to_recordset($1::jsonb) AS x(id bigint, status text, at timestamptz, code text, provider text)
      WHERE m.id = x.id AND m.status = 'pending'`,
    JSON.stringify(
      attempts.map((attempt) => ({
        id: attempt.id.toString(),
        status: attempt.outcome === 'retry' ? 'pending' : attempt.outcome,
        at: attempt.at.toISOString(),
        code: attempt.outcome === 'sent' ? null : attempt.code,
        provider: attempt.outcome === 'sent' ? base64(attempt.providerIdHash) : null,
      })),
    ),
  );
}

/** The person blocked us: nothing more is sent until they write again. */
export async function stopWriting(writer: Writer, conversationId: string, code: string): Promise<void> {
  await writer.$executeRawUnsafe(
    'UPDATE conversation SET reachable = false WHERE id = $1::uuid',
    conversationId,
  );
  await writer.$executeRawUnsafe(
    `UPDATE message SET status = 'cancelled', error_code = $2 WHERE conversation_id = $1::uuid AND status = 'pending'`,
    conversationId,
    code,
  );
}
