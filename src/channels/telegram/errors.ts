import type { Delivery } from '../channel.ts';
import type { Fault } from './client.ts';

/** A failed attempt with its decision; `token-refused` has to be confirmed before the channel is stopped. */
export type Decision = Exclude<Delivery, { outcome: 'sent' }>;

const GONE: readonly [RegExp, string][] = [
  [/blocked by the user/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
];

const HOPELESS: readonly [RegExp, string][] = [
  [/chat not found|user not found|peer_id_invalid/i, 'chat-not-found'],
  [/message is too long/i, 'too-long'],
  [/text is empty|text must be non-empty/i, 'empty-text'],
  [/can't parse entities/i, 'bad-entities'],
  [/upgraded to a supergroup/i, 'not-private'],
];

/**
 * What to do after a fault of `sendMessage`. Source: the Bot API's error answers; unknown refusals of the request itself
 * are ours to mend (give up and show), everything that may pass is tried again.
 */
export function decide(fault: Fault): Decision {
  if (fault.kind === 'cancelled') return { outcome: 'retry', code: 'cancelled' };
  if (fault.kind === 'lost') return { outcome: 'retry', code: fault.code };
  switch (fault.status) {
    case 401:
    case 404:
      return { outcome: 'stop-channel', code: 'token-refused' };
    case 403:
      return { outcome: 'unreachable', code: wordFor(fault.description, GONE, 'forbidden') };
    case 409:
      return { outcome: 'retry', code: 'conflict' };
    case 420:
    case 429:
      return {
        outcome: 'retry',
        code: 'too-many-requests',
        ...(fault.retryAfterMs === undefined ? {} : { afterMs: fault.retryAfterMs }),
      };
    default:
      if (fault.status >= 500) return { outcome: 'retry', code: 'server-error' };
      return { outcome: 'give-up', code: wordFor(fault.description, HOPELESS, 'refused') };
  }
}

/** A stable word for logs and staff: Telegram's own sentence may quote what was written. */
export function faultCode(fault: Fault): string {
  if (fault.kind === 'refused') return `refused-${fault.status}`;
  return fault.kind === 'lost' ? fault.code : 'cancelled';
}

/** Faults of the calls after a pressed button that only say that the moment has passed. */
export function isHarmlessAfterPress(fault: Fault): boolean {
  return (
    fault.kind === 'refused' &&
    fault.status === 400 &&
    /query is too old|query id is invalid|not modified|to edit not found|can't be edited/i.test(
      fault.description,
    )
  );
}

function wordFor(description: string, words: readonly [RegExp, string][], otherwise: string): string {
  return words.find(([pattern]) => pattern.test(description))?.[1] ?? otherwise;
}
