import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Client, createClient } from '../../../src/channels/telegram/client.ts';
import { checkedSettings } from '../../../src/channels/telegram/options.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { FakeBotApi } from '../../support/telegram/fake-bot-api.ts';
import { LogBook } from './rig.ts';

let fake: FakeBotApi;
let client: Client;
beforeEach(async () => {
  fake = await FakeBotApi.start();
  const options = { token: fake.token, mode: 'polling', apiRoot: fake.root } as const;
  client = createClient(checkedSettings({ ...options, logger: new LogBook(), clock: systemClock }));
});
afterEach(() => fake.close());

function longTimers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

test('a description that quotes the token comes without it', async () => {
  const description = `Bad Request: no bot${fake.token} here`;
  fake.misbehave('getMe', { kind: 'refuse', status: 400, description });
  expect(await client.call('getMe', {})).toEqual({
    ok: false,
    fault: { kind: 'refused', status: 400, description: 'Bad Request: no bot[token] here' },
  });
});

test('a call leaves no timer behind that would keep the process alive', async () => {
  await client.call('getMe', {});
  const before = longTimers();
  for (let index = 0; index < 20; index += 1) await client.call('getMe', {});
  expect(longTimers()).toBeLessThan(before + 5);
});

test('a call given up by us is neither refused nor lost', async () => {
  fake.misbehave('getMe', { kind: 'hang' });
  const giveUp = new AbortController();
  const answer = client.call('getMe', {}, { signal: giveUp.signal });
  await fake.until(() => fake.refused === 1);
  giveUp.abort();
  expect(await answer).toEqual({ ok: false, fault: { kind: 'cancelled' } });
  expect(await client.call('getMe', {}, { signal: giveUp.signal })).toMatchObject({ ok: false });
  expect(fake.calls).toEqual([]);
});

test('a path of the API root is part of every address', async () => {
  const options = { token: fake.token, mode: 'polling', apiRoot: `${fake.root}/telegram` } as const;
  const behind = createClient(checkedSettings({ ...options, logger: new LogBook(), clock: systemClock }));
  expect(await behind.call('getMe', {})).toMatchObject({ fault: { status: 404 } });
  expect(fake.calls).toEqual([]);
});
