/** Names become meanings; a contradiction is refused with one clear sentence. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { ConfigurationError } from '../lib/configuration-error.ts';
import { readEnvironment, VARIABLES, type VariableName } from './env.ts';

export interface TelegramSettings {
  readonly token: string;
  readonly apiRoot: string;
  readonly reception: { readonly mode: 'polling' } | { readonly mode: 'webhook'; readonly secret: string };
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Null until the port is known, when it is not set. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly vaultKey: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly telegram: TelegramSettings | null;
  readonly embedOrigins: readonly string[];
  readonly notice: {
    readonly controller: string | null;
    readonly contact: string | null;
    readonly dpo: string | null;
  };
}

const url = (protocols: RegExp) =>
  z.url({ protocol: protocols }).transform((value) => value.replace(/\/+$/, ''));

const FIELDS = {
  HOST: z.string(),
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)),
  PUBLIC_URL: url(/^https?$/).optional(),
  DATA_DIR: z.string(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  VAULT_KEY: z
    .string()
    .refine((value) => /^[0-9a-fA-F]{64}$/.test(value) || Buffer.from(value, 'base64').length === 32)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\S+$/).optional(),
  TELEGRAM_MODE: z.enum(['webhook', 'polling']),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,256}$/)
    .optional(),
  TELEGRAM_API_ROOT: url(/^https?$/),
  WEBCHAT_EMBED_ORIGINS: z
    .string()
    .transform((value) => value.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/i)))
    .optional(),
  NOTICE_CONTROLLER: z.string().optional(),
  NOTICE_CONTACT: z.string().optional(),
  NOTICE_DPO: z.string().optional(),
} satisfies Record<VariableName, z.ZodType>;

const Values = z.object(FIELDS);
type Values = z.output<typeof Values>;

/**
 * The configuration of this process.
 * @throws ConfigurationError naming the first wrong variable and what was expected.
 */
export function loadConfig(environment?: Readonly<Record<string, string | undefined>>): Config {
  const raw = readEnvironment(environment);
  const parsed = Values.safeParse(raw);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    const variable = VARIABLES.find((candidate) => candidate.name === name);
    throw new ConfigurationError(`${name} is not valid: expected ${variable?.describe ?? 'another value'}.`);
  }
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL ?? null,
    vaultKey: values.VAULT_KEY ?? null,
    logLevel: values.LOG_LEVEL,
    telegram: telegramSettings(values),
    embedOrigins: values.WEBCHAT_EMBED_ORIGINS ?? [],
    notice: {
      controller: values.NOTICE_CONTROLLER ?? null,
      contact: values.NOTICE_CONTACT ?? null,
      dpo: values.NOTICE_DPO ?? null,
    },
  };
}

function telegramSettings(values: Values): TelegramSettings | null {
  if (values.TELEGRAM_BOT_TOKEN === undefined) return null;
  const common = { token: values.TELEGRAM_BOT_TOKEN, apiRoot: values.TELEGRAM_API_ROOT };
  if (values.TELEGRAM_MODE === 'polling') return { ...common, reception: { mode: 'polling' } };
  if (values.TELEGRAM_WEBHOOK_SECRET === undefined) {
    throw new ConfigurationError(
      'TELEGRAM_WEBHOOK_SECRET is missing: in webhook mode Telegram does not start without a secret. ' +
        'Set it (1-256 letters, digits, _ or -), or set TELEGRAM_MODE=polling.',
    );
  }
  return { ...common, reception: { mode: 'webhook', secret: values.TELEGRAM_WEBHOOK_SECRET } };
}
