import { expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/channels/errors.ts';
import { createTelegramChannel } from '../../../src/channels/telegram/index.ts';
import { checkedSettings, type TelegramOptions } from '../../../src/channels/telegram/options.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { LogBook } from './rig.ts';

function options(changes: Partial<TelegramOptions>): TelegramOptions {
  return {
    token: '123:abc',
    mode: 'webhook',
    webhookSecret: 'segreto',
    logger: new LogBook(),
    clock: systemClock,
    ...changes,
  };
}

test.each([
  ['no secret', { webhookSecret: undefined }, 'TELEGRAM_WEBHOOK_SECRET is required'],
  ['an empty secret', { webhookSecret: '' }, 'TELEGRAM_WEBHOOK_SECRET is required'],
  ['a secret with a space', { webhookSecret: 'due parole' }, 'TELEGRAM_WEBHOOK_SECRET must be'],
  ['a secret of 257', { webhookSecret: 'x'.repeat(257) }, 'TELEGRAM_WEBHOOK_SECRET must be'],
  ['an empty token', { token: '' }, 'TELEGRAM_BOT_TOKEN'],
  ['a token with a slash', { token: '123:abc/../x' }, 'TELEGRAM_BOT_TOKEN'],
  ['an odd API root', { apiRoot: 'ftp://api' }, 'TELEGRAM_API_ROOT'],
  ['an API root that is none', { apiRoot: 'api.telegram.org' }, 'TELEGRAM_API_ROOT'],
])('%s is refused by name, without its value', (_, changes, message) => {
  const create = () => createTelegramChannel(options(changes));
  expect(create).toThrow(ConfigurationError);
  expect(create).toThrow(message);
  for (const value of Object.values(changes)) if (value) expect(create).not.toThrow(value);
});

test('polling needs no secret', () => {
  expect(createTelegramChannel(options({ mode: 'polling', webhookSecret: undefined })).name).toBe('telegram');
});

test.each([
  ['https://ssp.example.it', 'https://ssp.example.it/webhooks/telegram'],
  ['https://comune.example.it/ssp/', 'https://comune.example.it/ssp/webhooks/telegram'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/webhooks/telegram'],
  ['http://localhost:3000', 'http://localhost:3000/webhooks/telegram'],
  ['http://[::1]:3000', 'http://[::1]:3000/webhooks/telegram'],
  ['http://ssp.example.it', null],
  ['http://127.0.0.1.example.it', null],
  ['ssp.example.it', null],
  [undefined, null],
])('the webhook for %s is %s', (publicUrl, url) => {
  expect(checkedSettings(options({ publicUrl })).receiving).toEqual({
    mode: 'webhook',
    secret: 'segreto',
    url,
  });
});

test('an API root keeps its path', () => {
  expect(checkedSettings(options({ apiRoot: 'http://bot-api:8081/telegram' })).apiRoot).toBe(
    'http://bot-api:8081/telegram/',
  );
});
