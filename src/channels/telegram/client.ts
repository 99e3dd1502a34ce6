import { Telegram, TelegramError } from 'telegraf';
import type { Settings } from './options.ts';

/**
 * Why a call brought nothing. `refused`: the Bot API answered no. `lost`: no answer we can read, so the call may or may
 * not have had its effect. `cancelled`: we gave it up ourselves.
 */
export type Fault =
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** Telegram's sentence without our token. May quote the text sent: decide on it, never log it. */
      readonly description: string;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'lost'; readonly code: 'network' | 'timeout' | 'bad-answer' }
  | { readonly kind: 'cancelled' };

export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly fault: Fault };

export interface CallOptions {
  /** Default: `delays.callTimeoutMs`. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** One call to the Bot API. Never throws, never repeats: a fault is an answer too. */
  call(method: string, payload: object, options?: CallOptions): Promise<Answer>;
}

type TelegrafCall = NonNullable<Parameters<Telegram['callApi']>[2]>;

/**
 * The one place that knows telegraf: its `Telegram` class as an HTTP client. Its errors carry the whole payload, and
 * those of its fetch the address with the token, so that neither leaves this file.
 */
export function createClient(settings: Settings): Client {
  const telegram = new Telegram(settings.token, { apiRoot: settings.apiRoot, webhookReply: false });

  async function call(method: string, payload: object, options: CallOptions = {}): Promise<Answer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), options.timeoutMs ?? settings.delays.callTimeoutMs);
    const cancel = () => deadline.abort();
    options.signal?.addEventListener('abort', cancel, { once: true });
    try {
      if (options.signal?.aborted === true) return { ok: false, fault: { kind: 'cancelled' } };
      // telegraf types the signal by an old package's class, and methods by the Bot API of 2024.
      const signal = deadline.signal as unknown as NonNullable<TelegrafCall['signal']>;
      return { ok: true, result: await telegram.callApi(method as never, payload as never, { signal }) };
    } catch (error) {
      if (options.signal?.aborted === true) return { ok: false, fault: { kind: 'cancelled' } };
      if (deadline.signal.aborted) return { ok: false, fault: { kind: 'lost', code: 'timeout' } };
      return { ok: false, fault: toFault(error, settings.token) };
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
    }
  }

  return { call };
}

function toFault(error: unknown, token: string): Fault {
  if (error instanceof TelegramError) {
    if (!Number.isInteger(error.code)) return { kind: 'lost', code: 'bad-answer' };
    const retryAfter = error.parameters?.retry_after;
    return {
      kind: 'refused',
      status: error.code,
      description: String(error.description).replaceAll(token, '[token]'),
      ...(typeof retryAfter === 'number' ? { retryAfterMs: retryAfter * 1_000 } : {}),
    };
  }
  // node-fetch marks what the system reported (refused, reset, not found) with the type `system`.
  const isSystem = error instanceof Error && 'type' in error && error.type === 'system';
  return { kind: 'lost', code: isSystem ? 'network' : 'bad-answer' };
}
