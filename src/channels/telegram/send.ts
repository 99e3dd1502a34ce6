import { z } from 'zod';
import type { Delivery, OutgoingMessage } from '../channel.ts';
import type { Fault } from './client.ts';
import { compose, type Part } from './compose.ts';
import { type Context, isTokenRefused } from './context.ts';
import { decide } from './errors.ts';

export type Send = (address: string, message: OutgoingMessage, messageId: string) => Promise<Delivery>;

/** Enough for every message half sent while Telegram is in trouble; the oldest are forgotten first. */
const REMEMBERED_MESSAGES = 5_000;

const Sent = z.object({ message_id: z.int() });

/**
 * Sends a message, in parts where it must.
 *
 * Telegram has no key against repeats, so how many parts of a message have gone is remembered by our `messageId`: a retry
 * goes on with the part that failed. The memory is this process's: after a crash between two parts of one message the
 * first can come twice, as can a part whose answer was lost on the way. A sentence twice is better than one missing.
 */
export function createSend(context: Context): Send {
  const sentParts = new Map<string, number>();
  /** Chats told to wait since the last success: more than one means that the limit is not theirs. */
  const waitingChats = new Set<string>();

  return async function send(address, message, messageId) {
    const composed = compose(message);
    if (!composed.ok) return { outcome: 'give-up', code: composed.code };
    if (composed.lostButtons) {
      context.logger.error({ messageId }, 'A message lost its Telegram buttons, its choices went as text');
    }
    let lastId = 'unknown';
    for (const part of composed.parts.slice(sentParts.get(messageId) ?? 0)) {
      const answer = await context.client.call('sendMessage', toPayload(address, part));
      if (!answer.ok) {
        const failure = await failed(address, answer.fault);
        if (failure.outcome === 'give-up' || failure.outcome === 'unreachable') sentParts.delete(messageId);
        return failure;
      }
      waitingChats.clear();
      context.health.mended('sending');
      context.health.mended('token');
      // Accepted is accepted, even should the answer not say under which id.
      lastId = String(Sent.safeParse(answer.result).data?.message_id ?? 'unknown');
      if (composed.parts.length > 1) rememberPart(messageId);
    }
    sentParts.delete(messageId);
    return { outcome: 'sent', providerMessageId: lastId };
  };

  function rememberPart(messageId: string): void {
    sentParts.set(messageId, (sentParts.get(messageId) ?? 0) + 1);
    if (sentParts.size <= REMEMBERED_MESSAGES) return;
    for (const oldest of sentParts.keys()) {
      sentParts.delete(oldest);
      return;
    }
  }

  async function failed(address: string, fault: Fault): Promise<Delivery> {
    const decision = decide(fault);
    context.count(`failed:${decision.code}`);
    if (decision.outcome === 'stop-channel') {
      return (await isTokenRefused(context)) ? decision : { outcome: 'retry', code: 'refused-once' };
    }
    if (decision.outcome !== 'retry') return decision;
    if (decision.code === 'too-many-requests') {
      waitingChats.add(address);
      return waitingChats.size > 1 ? { ...decision, wholeChannel: true } : decision;
    }
    context.health.report('sending', 'failing', decision.code);
    return decision;
  }
}

function toPayload(address: string, part: Part): object {
  return {
    chat_id: toChatId(address),
    text: part.text,
    link_preview_options: { is_disabled: true },
    ...(part.keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: part.keyboard } }),
  };
}

/** A number, as Telegram gave it: 52 bits at most. */
function toChatId(address: string): number | string {
  const id = Number(address);
  return Number.isSafeInteger(id) ? id : address;
}
