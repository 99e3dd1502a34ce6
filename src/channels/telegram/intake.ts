import type { Receipt, Receive } from '../channel.ts';
import type { Context } from './context.ts';
import { faultCode, isHarmlessAfterPress } from './errors.ts';
import { type Press, toReceived } from './receive.ts';
import { Update } from './schema.ts';

/** What became of an update. Rejects when it could not be stored: Telegram has to bring it again. */
export type Taken = Receipt | 'ignored' | 'malformed';

export type TakeUpdate = (body: unknown) => Promise<Taken>;

const REMEMBERED_PRESSES = 1_000;

/** The way in that webhook and polling share: parse, map, store; a pressed button is answered afterwards. */
export function createIntake(context: Context, receive: Receive): TakeUpdate {
  const answered = new Set<string>();

  return async function takeUpdate(body) {
    const parsed = Update.safeParse(body);
    if (!parsed.success) {
      context.count('malformed');
      return 'malformed';
    }
    const received = toReceived(parsed.data, context.clock.now());
    if (received.kind === 'ignored') {
      context.count(`ignored:${received.reason}`);
      return 'ignored';
    }
    const receipt = await receive(received.message);
    context.count(receipt);
    // Not awaited: the button must not delay the webhook's answer, nor the webhook the button's. Also after a repeat,
    // whose first bearer may have died before it came so far.
    const { press } = received;
    if (press !== null && remember(answered, press.queryId)) void context.track(answerPress(context, press));
    return receipt;
  };
}

/** False when it was there already. */
function remember(answered: Set<string>, queryId: string): boolean {
  if (answered.has(queryId)) return false;
  answered.add(queryId);
  if (answered.size > REMEMBERED_PRESSES)
    for (const oldest of answered.values()) return answered.delete(oldest);
  return true;
}

/** Stops the button's spinner, then takes the keyboard away, so that an answered question cannot be answered again. */
async function answerPress(context: Context, press: Press): Promise<void> {
  await tell(context, 'answerCallbackQuery', { callback_query_id: press.queryId });
  if (press.keyboard === null) return;
  const { chatId, messageId } = press.keyboard;
  await tell(context, 'editMessageReplyMarkup', { chat_id: chatId, message_id: messageId });
}

async function tell(context: Context, method: string, payload: object): Promise<void> {
  const answer = await context.client.call(method, payload);
  if (answer.ok) return;
  if (isHarmlessAfterPress(answer.fault)) context.count(`late:${method}`);
  else
    context.logger.warn(
      { method, code: faultCode(answer.fault) },
      'A pressed Telegram button was not tidied up',
    );
}
