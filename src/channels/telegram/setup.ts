import { z } from 'zod';
import type { Client } from './client.ts';
import { type Context, isTokenRefused } from './context.ts';
import { faultCode } from './errors.ts';
import { COMMANDS } from './messages.ts';
import { backoff, pause } from './pause.ts';
import { ALLOWED_UPDATES } from './schema.ts';

/** Tells Telegram the address of our webhook and watches that it stays so. Ends with the channel only. */
export async function keepWebhook(context: Context, url: string | null, secret: string): Promise<void> {
  if (url === null) {
    context.health.report('receiving', 'failing', 'public-url-not-https');
    context.logger.warn({}, 'The Telegram webhook is not registered: PUBLIC_URL must be an https address');
    return;
  }
  await untilDone(context, 'setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  if (context.stopping.aborted) return;
  context.logger.info({}, 'The Telegram webhook is registered');
  await setCommands(context);
  while (!context.stopping.aborted) {
    await pause(context.settings.delays.webhookCheckMs, context.stopping);
    if (!context.stopping.aborted) await checkWebhook(context, url);
  }
}

/** A webhook set before would make every `getUpdates` a conflict. */
export async function removeWebhook(context: Context): Promise<void> {
  await untilDone(context, 'deleteWebhook', { drop_pending_updates: false });
}

/** The list behind the menu button: good to have, so that a failure is told and does not count against the channel. */
export async function setCommands(context: Context): Promise<void> {
  const answer = await context.client.call(
    'setMyCommands',
    { commands: COMMANDS },
    { signal: context.stopping },
  );
  if (answer.ok || context.stopping.aborted) return;
  context.logger.warn({ code: faultCode(answer.fault) }, 'The Telegram list of commands could not be set');
}

/** Repeats a call until it succeeds or the channel stops; meanwhile `state()` says what is wrong. */
async function untilDone(context: Context, method: string, payload: object): Promise<void> {
  for (let attempt = 0; !context.stopping.aborted; attempt += 1) {
    const answer = await context.client.call(method, payload, { signal: context.stopping });
    if (answer.ok) {
      context.health.mended('receiving');
      context.health.mended('token');
      return;
    }
    const { fault } = answer;
    if (fault.kind === 'cancelled') return;
    const code = faultCode(fault);
    context.health.report('receiving', 'failing', `${method}-${code}`);
    context.logger.warn({ method, code, attempt }, 'Telegram could not be set up, trying again');
    if (fault.kind === 'refused' && (fault.status === 401 || fault.status === 404))
      await isTokenRefused(context);
    const asked = fault.kind === 'refused' ? (fault.retryAfterMs ?? 0) : 0;
    await pause(Math.max(asked, backoff(attempt, context.settings.delays, context.random)), context.stopping);
  }
}

const WebhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.number().catch(0),
  last_error_date: z.number().optional().catch(undefined),
});

/** Telegram's own view of our webhook: another address means another service took the bot's messages. */
async function checkWebhook(context: Context, url: string): Promise<void> {
  const info = await webhookInfo(context.client, context.stopping);
  if (info === null) return;
  const recent = context.clock.now().getTime() / 1_000 - (2 * context.settings.delays.webhookCheckMs) / 1_000;
  if (info.url !== url) {
    context.health.report('receiving', 'failing', 'webhook-taken');
    context.logger.error({}, 'The Telegram webhook points to another address');
  } else if (info.pending_update_count > 0 && (info.last_error_date ?? 0) > recent) {
    context.health.report('receiving', 'failing', 'webhook-errors');
    context.logger.warn({ pending: info.pending_update_count }, 'Telegram could not deliver to the webhook');
  } else {
    context.health.mended('receiving');
  }
}

async function webhookInfo(client: Client, signal: AbortSignal): Promise<z.infer<typeof WebhookInfo> | null> {
  const answer = await client.call('getWebhookInfo', {}, { signal });
  return answer.ok ? (WebhookInfo.safeParse(answer.result).data ?? null) : null;
}
