/** What a turn reads and writes, for several conversations at once. */
import { base64, type Reader, rows, type Writer } from './transaction.ts';

export interface ConversationRow {
  readonly id: string;
  readonly contactId: string;
  readonly keySealed: Uint8Array;
  readonly channel: string;
  readonly stateSealed: Uint8Array | null;
}

export interface TurnRecord {
  readonly conversationId: string;
  readonly turnId: string;
  readonly stateSealed: Uint8Array | null;
  readonly reachable: boolean;
  readonly lastInboundAt: Date;
  readonly messageIds: readonly bigint[];
}

export interface EventRecord {
  readonly conversationId: string;
  readonly turnId: string;
  readonly kind: string;
  readonly data: object;
}

export interface HandoffRecord {
  readonly id: string;
  readonly conversationId: string;
  readonly reason: string;
  readonly crisis: string | null;
  readonly urgency: string | null;
  readonly comune: string | null;
  readonly language: string;
}

/** The conversations, held until the transaction ends, in one order everywhere. */
export async function holdForTurn(
  writer: Writer,
  conversationIds: readonly string[],
): Promise<ConversationRow[]> {
  const found = await rows<{
    id: string;
    contact_id: string;
    key_sealed: Uint8Array;
    channel: string;
    state_sealed: Uint8Array | null;
  }>(
    writer,
    `SELECT c.id::text AS id, c.contact_id::text AS contact_id, k.key_sealed, c.channel, c.state_sealed
       FROM conversation c JOIN contact k ON k.id = c.contact_id
      WHERE c.id IN (SELECT i::uuid FROM jsonb_array_elements_text($1::jsonb) AS i)
      ORDER BY c.id FOR NO KEY UPDATE OF c`,
    JSON.stringify(conversationIds),
  );
  return found.map((row) => ({
    id: row.id,
    contactId: row.contact_id,
    keySealed: row.key_sealed,
    channel: row.channel,
    stateSealed: row.state_sealed,
  }));
}

/** Marks the turns' messages as `status` and keeps the new states. */
export async function recordTurns(
  writer: Writer,
  turns: readonly TurnRecord[],
  status: 'processed' | 'dead',
  at: Date,
): Promise<void> {
  await writer.$executeRawUnsafe(
    `UPDATE conversation c
        SET state_sealed = COALESCE(decode(x.state, 'base64'), c.state_sealed), reachable = x.reachable,
            last_inbound_at = x.inbound
       FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, state text, reachable boolean, inbound timestamptz)
      WHERE c.id = x.id`,
    JSON.stringify(
      turns.map((turn) => ({
        id: turn.conversationId,
        state: turn.stateSealed ? base64(turn.stateSealed) : null,
        reachable: turn.reachable,
        inbound: turn.lastInboundAt.toISOString(),
      })),
    ),
  );
  await writer.$executeRawUnsafe(
    `UPDATE message m SET status = $2, done_at = $3::timestamptz, turn_id = x.turn
       FROM jsonb_to_recordset($1::jsonb) AS x(id bigint, turn uuid)
      WHERE m.id = x.id`,
    JSON.stringify(
      turns.flatMap((turn) => turn.messageIds.map((id) => ({ id: id.toString(), turn: turn.turnId }))),
    ),
    status,
    at.toISOString(),
  );
}

export async function recordEvents(writer: Writer, events: readonly EventRecord[], at: Date): Promise<void> {
  if (events.length === 0) return;
  await writer.$executeRawUnsafe(
    `INSERT INTO conversation_event (conversation_id, turn_id, kind, data, at)
     SELECT x.conversation, x.turn, x.kind, x.data, $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS x(n int, conversation uuid, turn uuid, kind text, data jsonb)
      ORDER BY x.n`,
    JSON.stringify(
      events.map((event, n) => ({
        n,
        conversation: event.conversationId,
        turn: event.turnId,
        kind: event.kind,
        data: event.data,
      })),
    ),
    at.toISOString(),
  );
}

/** One open request a conversation: a second one only makes the first more urgent. */
export async function requestHandoff(writer: Writer, request: HandoffRecord, at: Date): Promise<void> {
  const changed = await writer.$executeRawUnsafe(
    `UPDATE handoff_request
        SET reason = CASE WHEN $3::text IS NULL THEN reason ELSE $2 END,
            crisis = COALESCE($3, crisis), urgency = COALESCE($4, urgency), comune = COALESCE($5, comune)
      WHERE conversation_id = $1::uuid AND status = 'open'`,
    request.conversationId,
    request.reason,
    request.crisis,
    request.urgency,
    request.comune,
  );
  if (changed > 0) return;
  await writer.$executeRawUnsafe(
    `INSERT INTO handoff_request (id, conversation_id, reason, crisis, urgency, comune, language, requested_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::timestamptz)`,
    request.id,
    request.conversationId,
    request.reason,
    request.crisis,
    request.urgency,
    request.comune,
    request.language,
    at.toISOString(),
  );
}

/** Conversations with something left undone since before `before`: the sweep wakes them. */
export async function leftUndone(
  reader: Reader,
  status: 'received' | 'pending',
  before: Date,
  now: Date,
): Promise<string[]> {
  const found = await rows<{ id: string }>(
    reader,
    `SELECT DISTINCT conversation_id::text AS id FROM message
      WHERE status = $1 AND created_at < $2::timestamptz
        AND (next_attempt_at IS NULL OR next_attempt_at <= $3::timestamptz)
      LIMIT 1000`,
    status,
    before.toISOString(),
    now.toISOString(),
  );
  return found.map((row) => row.id);
}
