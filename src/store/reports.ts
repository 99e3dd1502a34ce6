/** What an operator may list: codes and ids, no words of anybody. */
import type { Database } from './database.ts';
import { rows, transact } from './transaction.ts';

export interface DeadLetter {
  readonly id: string;
  readonly conversationId: string;
  /** `dead`: came in and no turn could take it. `failed`: could not be sent. */
  readonly status: 'dead' | 'failed';
  readonly channel: string;
  readonly code: string | null;
  readonly attempts: number;
  readonly at: Date;
}

export async function deadLetters(database: Database, limit: number): Promise<DeadLetter[]> {
  return await rows<DeadLetter>(
    database.prisma,
    `SELECT m.id::text AS id, m.conversation_id::text AS "conversationId", m.status, c.channel, m.error_code AS code,
            m.attempts, m.created_at AS at
       FROM message m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.status IN ('dead', 'failed') ORDER BY m.id DESC LIMIT $1::int`,
    limit,
  );
}

/** Gives a dead letter another chance: a message in to the next turn, a message out to the next delivery. */
export async function retryDeadLetter(database: Database, id: string): Promise<boolean> {
  return await transact(database, async (writer) => {
    const changed = await writer.$executeRawUnsafe(
      `UPDATE message SET status = CASE status WHEN 'dead' THEN 'received' ELSE 'pending' END,
              attempts = 0, next_attempt_at = NULL, error_code = NULL
        WHERE id = $1::bigint AND status IN ('dead', 'failed')`,
      id,
    );
    return changed > 0;
  });
}

export interface OpenHandoff {
  readonly id: string;
  readonly requestedAt: Date;
  readonly reason: string;
  readonly crisis: string | null;
  readonly urgency: string | null;
  readonly comune: string | null;
  readonly language: string;
  readonly channel: string;
}

/** Open requests for a person: the urgent first, then the oldest. */
export async function openHandoffs(database: Database, limit: number): Promise<OpenHandoff[]> {
  return await rows<OpenHandoff>(
    database.prisma,
    `SELECT h.id::text AS id, h.requested_at AS "requestedAt", h.reason, h.crisis, h.urgency, h.comune, h.language,
            c.channel
       FROM handoff_request h JOIN conversation c ON c.id = h.conversation_id
      WHERE h.status = 'open'
      ORDER BY CASE h.urgency WHEN 'now' THEN 0 WHEN 'soon' THEN 1 ELSE 2 END, h.requested_at LIMIT $1::int`,
    limit,
  );
}
