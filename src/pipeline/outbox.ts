/** Last part of a message's way: sent through its channel, in order, and what became of it recorded. */
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Channel, Delivery, OutgoingMessage } from '../channels/channel.ts';
import { Batcher } from '../lib/batcher.ts';
import type { Clock } from '../lib/clock.ts';
import { describeError, type Log } from '../lib/log.ts';
import { Slots } from '../lib/slots.ts';
import { openJson, type Vault } from '../privacy/vault.ts';
import { type Correspondents, openAddress } from '../store/correspondents.ts';
import type { Database } from '../store/database.ts';
import {
  type Attempt,
  type Destination,
  type PendingMessage,
  pendingMessages,
  recordAttempts,
  stopWriting,
} from '../store/outbox.ts';
import { transact } from '../store/transaction.ts';
import { DELIVERY, wake } from './queues.ts';

/** The wait before the n-th new attempt, in milliseconds: 1 s, 2 s, 4 s … 5 minutes. */
export function backoff(attempts: number): number {
  return Math.min(300_000, 1_000 * 2 ** Math.min(attempts, 12));
}

/** A message that could not be sent for this long is given up and shown: 24 hours, as long as Telegram keeps updates. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
/** How long a channel that is broken or off is left alone before the next look. */
const BROKEN_CHANNEL_PAUSE_MS = 60_000;
const LARGEST_BATCH = 128;

export interface OutboxParts {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly vault: Vault;
  readonly correspondents: Correspondents;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Messages on their way at a time, from the call to the provider to its record: no more than these can leave twice
   * when the process is killed in between, since no provider of ours has a key against repeats.
   */
  readonly sendSlots: number;
}

/** A message as it was sealed by a turn. */
export const SealedOutgoing = z.object({
  text: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string(), short: z.string().exactOptional() })),
});

interface Settled {
  readonly conversationId: string;
  readonly attempt: Attempt;
}

export class Outbox {
  private readonly parts: OutboxParts;
  private readonly records: Batcher<Settled, true>;
  private readonly slots: Slots;
  /** Channels that must not be used before a time. */
  private readonly heldUntil = new Map<string, Date>();

  constructor(parts: OutboxParts) {
    this.parts = parts;
    this.slots = new Slots(parts.sendSlots);
    this.records = new Batcher((settled) => this.record(settled), LARGEST_BATCH);
  }

  /**
   * Sends what waits in some conversations: each in its own order, different ones side by side.
   * @returns the conversations whose delivery failed for a fault of ours, to be tried again.
   */
  async deliver(conversationIds: readonly string[]): Promise<Set<string>> {
    const destinations = await pendingMessages(this.parts.database.prisma, conversationIds);
    const failed = new Set<string>();
    await Promise.all(
      destinations.map(async (destination) => {
        try {
          await this.deliverOne(destination);
        } catch (error) {
          failed.add(destination.conversationId);
          this.parts.log.error(
            { conversation: destination.conversationId, ...describeError(error) },
            'A delivery failed.',
          );
        }
      }),
    );
    return failed;
  }

  private async deliverOne(destination: Destination): Promise<void> {
    const key = this.parts.correspondents.openKey(destination.contactId, destination.keySealed);
    const address = openAddress(key, destination.addressSealed);
    for (const message of destination.messages) {
      const due = this.dueAt(destination.channel, message);
      if (due !== null) return await this.comeBackAt(destination.conversationId, due);
      const channel = this.parts.channels.get(destination.channel);
      if (!channel)
        return await this.comeBackAt(destination.conversationId, this.later(BROKEN_CHANNEL_PAUSE_MS));
      const content = SealedOutgoing.parse(openJson(key, message.contentSealed, 'message'));
      const goOn = await this.slots.run(async () => {
        const delivery = await channel.send(
          address,
          content satisfies OutgoingMessage,
          message.id.toString(),
        );
        return await this.settle(destination, message, delivery);
      });
      if (!goOn) return;
    }
  }

  /** @returns whether the conversation's next message may go now. */
  private async settle(
    destination: Destination,
    message: PendingMessage,
    delivery: Delivery,
  ): Promise<boolean> {
    const { log, vault } = this.parts;
    const { conversationId, channel } = destination;
    const { id } = message;
    switch (delivery.outcome) {
      case 'sent': {
        const providerIdHash = vault.lookup('outgoing', channel, conversationId, delivery.providerMessageId);
        const attempt: Attempt = { outcome: 'sent', id, at: this.now(), providerIdHash };
        await this.records.add({ conversationId, attempt });
        return true;
      }
      case 'give-up':
        log.warn({ message: id.toString(), channel, code: delivery.code }, 'A message will never be sent.');
        await this.records.add({
          conversationId,
          attempt: { outcome: 'failed', id, at: this.now(), code: delivery.code },
        });
        return true;
      case 'unreachable':
        await transact(this.parts.database, (writer) => stopWriting(writer, conversationId, delivery.code));
        return false;
      case 'stop-channel':
        log.error(
          { channel, code: delivery.code },
          'The channel is broken: nothing is sent until it is mended.',
        );
        this.heldUntil.set(channel, this.later(BROKEN_CHANNEL_PAUSE_MS));
        await this.comeBackAt(conversationId, this.later(BROKEN_CHANNEL_PAUSE_MS));
        return false;
      case 'retry': {
        const wait = delivery.afterMs ?? backoff(message.attempts);
        if (delivery.wholeChannel) this.heldUntil.set(channel, this.later(wait));
        if (this.now().getTime() - message.createdAt.getTime() > GIVE_UP_AFTER_MS) {
          log.warn(
            { message: id.toString(), channel, code: delivery.code },
            'A message was not sent for a day.',
          );
          await this.records.add({
            conversationId,
            attempt: { outcome: 'failed', id, at: this.now(), code: delivery.code },
          });
          return true;
        }
        const at = this.later(wait);
        await this.records.add({
          conversationId,
          attempt: { outcome: 'retry', id, at, code: delivery.code },
        });
        return false;
      }
    }
  }

  private dueAt(channel: string, message: PendingMessage): Date | null {
    const now = this.now();
    const held = this.heldUntil.get(channel);
    const times = [held, message.nextAttemptAt].filter((time): time is Date => time != null && time > now);
    return times.reduce<Date | null>((latest, time) => (latest && latest > time ? latest : time), null);
  }

  private async record(settled: readonly Settled[]): Promise<true[]> {
    const { database, boss } = this.parts;
    await transact(database, async (writer) => {
      await recordAttempts(
        writer,
        settled.map((each) => each.attempt),
      );
      for (const { conversationId, attempt } of settled) {
        if (attempt.outcome === 'retry') await wake(boss, DELIVERY, writer, [conversationId], attempt.at);
      }
    });
    return settled.map(() => true);
  }

  private async comeBackAt(conversationId: string, at: Date): Promise<void> {
    const { database, boss } = this.parts;
    await transact(database, (writer) => wake(boss, DELIVERY, writer, [conversationId], at));
  }

  private now(): Date {
    return this.parts.clock.now();
  }

  private later(milliseconds: number): Date {
    return new Date(this.now().getTime() + milliseconds);
  }
}
