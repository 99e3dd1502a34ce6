/**
 * Second part of a message's way: in ONE transaction the unprocessed messages of a conversation are read in order,
 * the engine decides, and state, outgoing messages and facts are written and the delivery woken. A crash before the
 * commit leaves nothing; after it, the repeated wake-up finds nothing to do.
 */
import type { PgBoss } from 'pg-boss';
import type { IncomingContent } from '../channels/channel.ts';
import { textsToListen } from '../conversation/burst.ts';
import type { Core } from '../conversation/core.ts';
import { takeTurn } from '../conversation/engine.ts';
import type { ConversationEvent } from '../conversation/events/index.ts';
import type { Input } from '../conversation/input.ts';
import type { Knowledge } from '../conversation/ports.ts';
import { type ConversationState, newState, readState } from '../conversation/state.ts';
import type { Clock } from '../lib/clock.ts';
import type { Ids } from '../lib/ids.ts';
import { describeError, type Log } from '../lib/log.ts';
import { type DataKey, openJson, sealJson } from '../privacy/vault.ts';
import type { Correspondents } from '../store/correspondents.ts';
import type { Database } from '../store/database.ts';
import { type StoredMessage, unprocessed } from '../store/messages.ts';
import { type NewOutgoing, storeOutgoing } from '../store/outbox.ts';
import { transact, type Writer } from '../store/transaction.ts';
import {
  type ConversationRow,
  type EventRecord,
  type HandoffRecord,
  holdForTurn,
  recordEvents,
  recordTurns,
  requestHandoff,
  type TurnRecord,
} from '../store/turns.ts';
import { tellWebchat } from '../store/webchat-history.ts';
import { effectsOf } from './handlers/index.ts';
import { DELIVERY, wake } from './queues.ts';

/** The core without what changes from turn to turn. */
export type CoreFrame = Omit<Core, 'ports'> & Pick<Core['ports'], 'recogniseCrisis' | 'suspectCrisis'>;

export interface TurnParts {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly correspondents: Correspondents;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The last good flows and phrases. */
  readonly core: () => CoreFrame;
  /** Retrieves for every text what the sheets have, before the engine runs. */
  readonly listen: (texts: readonly string[]) => Promise<Knowledge>;
  /** Told of each turn once it is durable. */
  readonly onTurn?: ((turn: TakenTurn) => void) | undefined;
}

export interface TakenTurn {
  readonly conversationId: string;
  readonly events: readonly ConversationEvent[];
}

interface Heard {
  readonly row: ConversationRow;
  readonly key: DataKey;
  readonly state: ConversationState;
  readonly messages: readonly StoredMessage[];
  readonly contents: readonly IncomingContent[];
  readonly inputs: readonly Input[];
  readonly languageHint: string | null;
}

interface Written {
  readonly turns: TurnRecord[];
  readonly outgoing: NewOutgoing[];
  readonly events: EventRecord[];
  readonly handoffs: HandoffRecord[];
  readonly taken: TakenTurn[];
}

export class Turns {
  private readonly parts: TurnParts;

  constructor(parts: TurnParts) {
    this.parts = parts;
  }

  /**
   * One turn for each conversation that has something unprocessed. Together in one transaction when all goes well;
   * else one by one, so that a conversation that cannot be taken does not hold the others.
   * @returns the conversations whose turn failed.
   */
  async take(conversationIds: readonly string[]): Promise<Set<string>> {
    try {
      await this.takeTogether(conversationIds);
      return new Set();
    } catch (error) {
      if (conversationIds.length === 1) {
        this.parts.log.error({ conversation: conversationIds[0], ...describeError(error) }, 'A turn failed.');
        return new Set(conversationIds);
      }
    }
    const failed = new Set<string>();
    for (const id of conversationIds) {
      for (const each of await this.take([id])) failed.add(each);
    }
    return failed;
  }

  private async takeTogether(conversationIds: readonly string[]): Promise<void> {
    const { database, boss, clock } = this.parts;
    const written: Written = { turns: [], outgoing: [], events: [], handoffs: [], taken: [] };
    await transact(database, async (writer) => {
      const heard = await this.hear(writer, conversationIds);
      if (heard.length === 0) return;
      const texts = heard.flatMap((each) => textsToListen(each.state, each.inputs));
      const knowledge = await this.parts.listen([...new Set(texts)]);
      const now = clock.now();
      for (const each of heard) this.decide(each, knowledge, now, written);
      await recordTurns(writer, written.turns, 'processed', now);
      await storeOutgoing(writer, written.outgoing, now);
      await recordEvents(writer, written.events, now);
      for (const handoff of written.handoffs) await requestHandoff(writer, handoff, now);
      const answered = written.outgoing.map((each) => each.conversationId);
      await wake(boss, DELIVERY, writer, answered);
      const onTheWeb = new Set(heard.filter(({ row }) => row.channel === 'webchat').map(({ row }) => row.id));
      await tellWebchat(
        writer,
        answered.filter((id) => onTheWeb.has(id)),
      );
    });
    for (const turn of written.taken) this.parts.onTurn?.(turn);
  }

  private async hear(writer: Writer, conversationIds: readonly string[]): Promise<Heard[]> {
    const conversations = await holdForTurn(writer, conversationIds);
    const waiting = Map.groupBy(await unprocessed(writer, conversationIds), (each) => each.conversationId);
    return conversations.flatMap((row) => {
      const messages = waiting.get(row.id);
      if (!messages) return [];
      const key = this.parts.correspondents.openKey(row.contactId, row.keySealed);
      const opened = messages.map(
        (message) => openJson(key, message.contentSealed, 'message') as SealedIncoming,
      );
      const contents = opened.map((each) => each.content);
      return [
        {
          row,
          key,
          state: openState(row, key),
          messages,
          contents,
          inputs: contents.flatMap(toInput),
          languageHint: opened.findLast((each) => each.languageHint)?.languageHint ?? null,
        },
      ];
    });
  }

  private decide(heard: Heard, knowledge: Knowledge, now: Date, written: Written): void {
    const { row, key, state, messages, contents, inputs, languageHint } = heard;
    const { recogniseCrisis, suspectCrisis, ...frame } = this.parts.core();
    const core: Core = { ...frame, ports: { knowledge, recogniseCrisis, suspectCrisis } };
    const turnId = this.parts.ids.next();
    const result =
      inputs.length > 0 ? takeTurn(core, state, { inputs, languageHint, now }) : { state, events: [] };
    written.turns.push({
      conversationId: row.id,
      turnId,
      stateSealed: sealJson(key, result.state, 'state'),
      reachable: !hasLeft(contents),
      lastInboundAt: messages.at(-1)?.sentAt ?? now,
      messageIds: messages.map((message) => message.id),
    });
    written.taken.push({ conversationId: row.id, events: result.events });
    for (const effect of effectsOf(result.events)) {
      if (effect.effect === 'send') {
        written.outgoing.push({
          conversationId: row.id,
          turnId,
          author: 'assistant',
          contentSealed: sealJson(key, effect.message, 'message'),
        });
      } else if (effect.effect === 'keep') {
        written.events.push({ conversationId: row.id, turnId, kind: effect.kind, data: effect.data });
      } else {
        written.handoffs.push({
          id: this.parts.ids.next(),
          conversationId: row.id,
          reason: effect.reason,
          crisis: effect.crisis?.kind ?? null,
          urgency: effect.crisis?.urgency ?? null,
          comune: result.state.profile.comune ?? null,
          language: result.state.profile.language ?? 'it',
        });
      }
    }
  }
}

/** An incoming message as the inbox sealed it. */
interface SealedIncoming {
  readonly content: IncomingContent;
  readonly languageHint?: string;
}

/** A state this version cannot read, left by another one, is begun again: the citizen is greeted anew, nothing is lost. */
function openState(row: ConversationRow, key: DataKey): ConversationState {
  if (row.stateSealed === null) return newState();
  return readState(openJson(key, row.stateSealed, 'state')) ?? newState();
}

/** A channel's content in the core's words; a membership change is not something said. */
function toInput(content: IncomingContent): Input[] {
  switch (content.kind) {
    case 'text':
    case 'choice':
      return [content];
    case 'media':
      return [
        {
          kind: 'media',
          media: content.media,
          ...(content.caption === undefined ? {} : { caption: content.caption }),
        },
      ];
    case 'location':
    case 'contact':
    case 'unsupported':
      return [{ kind: content.kind }];
    case 'membership':
      return [];
  }
}

function hasLeft(contents: readonly IncomingContent[]): boolean {
  const last = contents.at(-1);
  return last?.kind === 'membership' && last.change === 'left';
}
