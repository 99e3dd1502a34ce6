import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openJson, SealBroken, sealJson, Vault } from '../../src/privacy/vault.ts';

const vault = new Vault(randomBytes(32));

test('what is sealed opens with the same contact key and purpose only', () => {
  const { key, sealed } = vault.createDataKey('a');
  const text = sealJson(key, { text: 'parola-segreta' }, 'message');
  expect(openJson(vault.openDataKey('a', sealed), text, 'message')).toEqual({ text: 'parola-segreta' });
  expect(() => openJson(key, text, 'state')).toThrow(SealBroken);
  expect(() => openJson(vault.createDataKey('b').key, text, 'message')).toThrow(SealBroken);
  expect(() => vault.openDataKey('b', sealed)).toThrow(SealBroken);
});

test('a changed byte is noticed', () => {
  const { key } = vault.createDataKey('a');
  const sealed = sealJson(key, 'ciao', 'message');
  sealed[15] = (sealed[15] ?? 0) ^ 1;
  expect(() => openJson(key, sealed, 'message')).toThrow(SealBroken);
});

test('the same words never look the same twice, and never show', () => {
  const { key } = vault.createDataKey('a');
  const [one, two] = [sealJson(key, 'parola-segreta', 'message'), sealJson(key, 'parola-segreta', 'message')];
  expect(one.equals(two)).toBe(false);
  expect(one.includes('parola-segreta')).toBe(false);
});

test('a look-up is the same for the same key and parts, and different for any other', () => {
  const again = vault.lookup('address', 'telegram', '1');
  expect(vault.lookup('address', 'telegram', '1').equals(again)).toBe(true);
  expect(vault.lookup('address', 'webchat', '1').equals(again)).toBe(false);
  expect(vault.lookup('address', 'tele', 'gram1').equals(again)).toBe(false);
  expect(new Vault(randomBytes(32)).lookup('address', 'telegram', '1').equals(again)).toBe(false);
});
