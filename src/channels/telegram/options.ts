import type { Clock } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import { ConfigurationError } from '../errors.ts';

export type Logger = Pick<Log, 'info' | 'warn' | 'error'>;

/** Waiting times; shortened in tests. */
export interface Delays {
  /** How long one call to the Bot API may take. telegraf's own limit is 500 s. */
  readonly callTimeoutMs: number;
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** How long Telegram holds a `getUpdates` that has nothing to say. */
  readonly longPollSeconds: number;
  /** How often the registered webhook is looked at. */
  readonly webhookCheckMs: number;
}

export interface TelegramOptions {
  readonly token: string;
  readonly mode: 'webhook' | 'polling';
  /** Required in webhook mode: 1-256 of `A-Z a-z 0-9 _ -`. */
  readonly webhookSecret?: string | undefined;
  /** Default `https://api.telegram.org`. */
  readonly apiRoot?: string | undefined;
  /** Where Telegram reaches this service; only https (or a loopback address, for tests) is registered. */
  readonly publicUrl?: string | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly delays?: Partial<Delays> | undefined;
  /** 0 ≤ number < 1, spreads the retries of several instances. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

export interface Settings {
  readonly token: string;
  readonly apiRoot: string;
  readonly receiving:
    | { readonly mode: 'polling' }
    | { readonly mode: 'webhook'; readonly secret: string; readonly url: string | null };
  readonly delays: Delays;
}

export const WEBHOOK_PATH = '/webhooks/telegram';

const DEFAULT_DELAYS: Delays = {
  callTimeoutMs: 10_000,
  firstBackoffMs: 1_000,
  longestBackoffMs: 60_000,
  longPollSeconds: 30,
  webhookCheckMs: 300_000,
};

/** Checks the options. Throws a ConfigurationError that names the variable and never repeats its value. */
export function checkedSettings(options: TelegramOptions): Settings {
  if (!/^[\w:.-]+$/.test(options.token)) {
    throw new ConfigurationError(
      'TELEGRAM_BOT_TOKEN must be the token given by BotFather, like 123456:ABC-def.',
    );
  }
  return {
    token: options.token,
    apiRoot: checkedApiRoot(options.apiRoot ?? 'https://api.telegram.org'),
    receiving:
      options.mode === 'polling'
        ? { mode: 'polling' }
        : {
            mode: 'webhook',
            secret: checkedSecret(options.webhookSecret),
            url: webhookUrl(options.publicUrl),
          },
    delays: { ...DEFAULT_DELAYS, ...options.delays },
  };
}

function checkedSecret(secret: string | undefined): string {
  if (secret === undefined || secret === '') {
    throw new ConfigurationError('TELEGRAM_WEBHOOK_SECRET is required when TELEGRAM_MODE is webhook.');
  }
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw new ConfigurationError(
      'TELEGRAM_WEBHOOK_SECRET must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -.',
    );
  }
  return secret;
}

/** Ends with a slash: telegraf resolves `./bot…` against it and would drop the last step of a path without one. */
function checkedApiRoot(root: string): string {
  const url = URL.parse(root);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new ConfigurationError('TELEGRAM_API_ROOT must be an http or https address.');
  }
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/** Null when Telegram could not or should not be told the address: it delivers to https only. */
function webhookUrl(publicUrl: string | undefined): string | null {
  const url = publicUrl === undefined ? null : URL.parse(publicUrl);
  if (url === null) return null;
  const reachable = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return reachable ? `${url.origin}${url.pathname.replace(/\/+$/, '')}${WEBHOOK_PATH}` : null;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
