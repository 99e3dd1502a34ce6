/**
 * A turn that failed every time is closed: its messages are kept as `dead` and listed for the operator, and the
 * citizen is told, in one plain message with a way to help, that something of ours broke. Never silence.
 */
import type { PgBoss } from 'pg-boss';
import type { OutgoingMessage } from '../channels/channel.ts';
import { readState } from '../conversation/state.ts';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import type { Language } from '../lib/language.ts';
import type { Log } from '../lib/log.ts';
import { openJson, sealJson } from '../privacy/vault.ts';
import type { Correspondents } from '../store/correspondents.ts';
import type { Database } from '../store/database.ts';
import { unprocessed } from '../store/messages.ts';
import { storeOutgoing } from '../store/outbox.ts';
import { transact } from '../store/transaction.ts';
import { holdForTurn, recordEvents, recordTurns, requestHandoff } from '../store/turns.ts';
import { DELIVERY, wake } from './queues.ts';

export interface DeadTurnParts {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly correspondents: Correspondents;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** What the citizen is told, in their language when it is known. */
  readonly apology: (language: Language) => OutgoingMessage;
}

export class DeadTurns {
  private readonly parts: DeadTurnParts;

  constructor(parts: DeadTurnParts) {
    this.parts = parts;
  }

  async close(conversationId: string): Promise<void> {
    const { database, boss, correspondents, clock, ids, log, apology } = this.parts;
    await transact(database, async (writer) => {
      const [row] = await holdForTurn(writer, [conversationId]);
      const messages = await unprocessed(writer, [conversationId]);
      if (!row || messages.length === 0) return;
      const now = clock.now();
      const turnId = ids.next();
      const key = correspondents.openKey(row.contactId, row.keySealed);
      const language = rememberedLanguage(row.stateSealed && openJson(key, row.stateSealed, 'state'));
      await recordTurns(
        writer,
        [
          {
            conversationId,
            turnId,
            stateSealed: null,
            reachable: true,
            lastInboundAt: messages.at(-1)?.sentAt ?? now,
            messageIds: messages.map((message) => message.id),
          },
        ],
        'dead',
        now,
      );
      const contentSealed = sealJson(key, apology(language), 'message');
      await storeOutgoing(writer, [{ conversationId, turnId, author: 'assistant', contentSealed }], now);
      await recordEvents(writer, [{ conversationId, turnId, kind: 'turn-dead', data: {} }], now);
      const request = {
        id: ids.next(),
        conversationId,
        reason: 'not-understood',
        crisis: null,
        urgency: null,
      };
      await requestHandoff(writer, { ...request, comune: null, language }, now);
      await wake(boss, DELIVERY, writer, [conversationId]);
      log.error(
        { conversation: conversationId, messages: messages.length },
        'A turn failed every time: see npm run dead-letters.',
      );
    });
  }
}

function rememberedLanguage(state: unknown): Language {
  return readState(state)?.profile.language ?? 'it';
}
