import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { vaultKey } from '../../src/config/secrets.ts';
import { ConfigurationError } from '../../src/lib/configuration-error.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('configuration', () => {
  test('with nothing set the service is embedded, on loopback, with Telegram off', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      telegram: null,
      publicUrl: null,
      logLevel: 'info',
    });
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'segretariato'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['VAULT_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['TELEGRAM_MODE', 'push'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['WEBCHAT_EMBED_ORIGINS', 'comune.it'],
  ])('a wrong %s is refused by name, without repeating the value', (name, value) => {
    const attempt = () => loadConfig({ [name]: value });
    expect(attempt).toThrow(ConfigurationError);
    expect(attempt).toThrow(new RegExp(`^${name} is not valid: expected `));
    expect(attempt).not.toThrow(new RegExp(value));
  });

  test('webhook mode without a secret is refused, polling needs none', () => {
    expect(() => loadConfig({ TELEGRAM_BOT_TOKEN: '1:a' })).toThrow(/TELEGRAM_WEBHOOK_SECRET is missing/);
    expect(loadConfig({ TELEGRAM_BOT_TOKEN: '1:a', TELEGRAM_MODE: 'polling' }).telegram?.reception).toEqual({
      mode: 'polling',
    });
  });
});

describe('vault key', () => {
  test('is made once, readable by its owner only, and found again', () => {
    const folder = temporaryFolder();
    const first = vaultKey(null, folder);
    expect(first).toHaveLength(32);
    expect(vaultKey(null, folder).equals(first)).toBe(true);
    expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'vault.key'), 'utf8').trim()).toBe(first.toString('base64'));
  });

  test('a damaged file is refused and left as it is', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'vault.key'), 'half a ke');
    expect(() => vaultKey(null, folder)).toThrow(/damaged/);
    expect(readFileSync(join(folder, 'vault.key'), 'utf8')).toBe('half a ke');
  });
});
