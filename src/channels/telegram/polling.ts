import { z } from 'zod';
import { describeError } from '../../lib/log.ts';
import type { Fault } from './client.ts';
import { type Context, isTokenRefused } from './context.ts';
import { faultCode } from './errors.ts';
import type { TakeUpdate } from './intake.ts';
import { backoff, pause } from './pause.ts';
import { ALLOWED_UPDATES } from './schema.ts';
import { removeWebhook, setCommands } from './setup.ts';

/**
 * Receiving by asking (`TELEGRAM_MODE=polling`), for a machine that Telegram cannot reach.
 *
 * Our own loop and not telegraf's `bot.launch()`: that one handles a batch in parallel, dies of one handler that throws,
 * throws out of an unobserved promise when a second poller appears, and its `stop()` waits for the long poll to end.
 * Here an update is confirmed (by asking for a higher offset) only after it was stored, one after another.
 */
export async function poll(context: Context, takeUpdate: TakeUpdate): Promise<void> {
  await removeWebhook(context);
  if (!context.stopping.aborted) await setCommands(context);

  let offset: number | null = null;
  let failures = 0;
  while (!context.stopping.aborted) {
    const batch = await getUpdates(context, offset);
    if (batch.ok) {
      const stored = await takeInOrder(context, batch.updates, takeUpdate);
      // With nothing left unconfirmed the offset is dropped: after a quiet week Telegram goes on from a random number,
      // which may be a lower one.
      offset = stored.lastId === null ? (batch.updates.length === 0 ? null : offset) : stored.lastId + 1;
      failures = stored.all ? 0 : failures + 1;
      context.health.mended('token');
      if (stored.all) context.health.mended('receiving');
      else await pause(backoff(failures - 1, context.settings.delays, context.random), context.stopping);
      continue;
    }
    if (batch.fault.kind === 'cancelled') return;
    failures += 1;
    const next = await afterFault(context, batch.fault, failures);
    if (next.stop) return;
    await pause(next.waitMs, context.stopping);
  }
}

const Updates = z.array(z.looseObject({ update_id: z.int() }));
type Batch =
  | { readonly ok: true; readonly updates: z.infer<typeof Updates> }
  | { readonly ok: false; readonly fault: Fault };

async function getUpdates(context: Context, offset: number | null): Promise<Batch> {
  const { longPollSeconds, callTimeoutMs } = context.settings.delays;
  const answer = await context.client.call(
    'getUpdates',
    {
      ...(offset === null ? {} : { offset }),
      timeout: longPollSeconds,
      allowed_updates: ALLOWED_UPDATES,
    },
    { timeoutMs: longPollSeconds * 1_000 + callTimeoutMs, signal: context.stopping },
  );
  if (!answer.ok) return answer;
  const updates = Updates.safeParse(answer.result);
  if (!updates.success) return { ok: false, fault: { kind: 'lost', code: 'bad-answer' } };
  return { ok: true, updates: updates.data.toSorted((a, b) => a.update_id - b.update_id) };
}

/** Stores one by one and stops at the first that could not be: it and those after it are asked for again. */
async function takeInOrder(
  context: Context,
  updates: z.infer<typeof Updates>,
  takeUpdate: TakeUpdate,
): Promise<{ readonly lastId: number | null; readonly all: boolean }> {
  let lastId: number | null = null;
  for (const update of updates) {
    if (context.stopping.aborted) return { lastId, all: true };
    try {
      const taken = await takeUpdate(update);
      if (taken === 'malformed') {
        // Confirmed all the same: it would never become readable, and hold up everybody behind it.
        context.logger.error({ updateId: update.update_id }, 'A Telegram update could not be read');
      }
    } catch (error) {
      context.health.report('receiving', 'failing', 'not-stored');
      context.logger.error(
        { updateId: update.update_id, ...describeError(error) },
        'A Telegram update could not be stored',
      );
      return { lastId, all: false };
    }
    lastId = update.update_id;
  }
  return { lastId, all: true };
}

async function afterFault(
  context: Context,
  fault: Fault,
  failures: number,
): Promise<{ readonly stop: true } | { readonly stop: false; readonly waitMs: number }> {
  const status = fault.kind === 'refused' ? fault.status : 0;
  if (status === 409) {
    // Two pollers would take each other's messages in turns; somebody has to choose.
    context.health.report('receiving', 'stopped', 'second-poller');
    context.logger.error({}, 'Another program receives the messages of this Telegram bot');
    return { stop: true };
  }
  if ((status === 401 || status === 404) && (await isTokenRefused(context))) {
    context.health.report('receiving', 'stopped', 'token-refused');
    return { stop: true };
  }
  const code = faultCode(fault);
  context.health.report('receiving', 'failing', code);
  context.logger.warn({ code, failures }, 'Telegram gave no updates, trying again');
  const asked = fault.kind === 'refused' ? fault.retryAfterMs : undefined;
  return { stop: false, waitMs: asked ?? backoff(failures - 1, context.settings.delays, context.random) };
}
