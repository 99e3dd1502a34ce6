import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BAD_ENTITIES,
  BLOCKED,
  CHAT_NOT_FOUND,
  DEACTIVATED,
  type Misbehaviour,
  UNAUTHORIZED,
} from '../../support/telegram/misbehaviour.ts';
import { openTelegram, type TelegramRig } from './rig.ts';

let rig: TelegramRig;
beforeEach(async () => {
  rig = await openTelegram({ start: false, delays: { callTimeoutMs: 1_500 } });
});
afterEach(async () => {
  await rig.close();
  expect(rig.fake.violations).toEqual([]);
});

function send(text = 'ciao', messageId = 'm1', address = '7123456789') {
  return rig.channel.send(address, { text, choices: [] }, messageId);
}

const refuse = (status: number, description: string): Misbehaviour => ({
  kind: 'refuse',
  status,
  description,
});

const DECISIONS: readonly [string, Misbehaviour, object][] = [
  [
    '429',
    { kind: 'too-many', retryAfter: 7 },
    { outcome: 'retry', code: 'too-many-requests', afterMs: 7_000 },
  ],
  ['429 without a time', { kind: 'too-many' }, { outcome: 'retry', code: 'too-many-requests' }],
  ['blocked', BLOCKED, { outcome: 'unreachable', code: 'blocked' }],
  ['deactivated', DEACTIVATED, { outcome: 'unreachable', code: 'deactivated' }],
  [
    'another 403',
    refuse(403, "Forbidden: bot can't initiate conversation with a user"),
    { outcome: 'unreachable', code: 'forbidden' },
  ],
  ['chat not found', CHAT_NOT_FOUND, { outcome: 'give-up', code: 'chat-not-found' }],
  ['bad entities', BAD_ENTITIES, { outcome: 'give-up', code: 'bad-entities' }],
  ['another 400', refuse(400, 'Bad Request: BUTTON_DATA_INVALID'), { outcome: 'give-up', code: 'refused' }],
  ['502 with HTML', { kind: 'bad-gateway' }, { outcome: 'retry', code: 'server-error' }],
  ['a page instead of JSON', { kind: 'not-json' }, { outcome: 'retry', code: 'bad-answer' }],
  ['a proxy’s page with 404', { kind: 'not-json', status: 404 }, { outcome: 'retry', code: 'bad-answer' }],
  ['silence', { kind: 'hang' }, { outcome: 'retry', code: 'timeout' }],
  ['a cut connection', { kind: 'cut-before' }, { outcome: 'retry', code: 'network' }],
  ['a cut after accepting', { kind: 'cut-after-accepting' }, { outcome: 'retry', code: 'network' }],
  ['one odd 401', UNAUTHORIZED, { outcome: 'retry', code: 'refused-once' }],
  ['one odd 404', refuse(404, 'Not Found'), { outcome: 'retry', code: 'refused-once' }],
];

test.each(DECISIONS)('%s', async (_, how, delivery) => {
  rig.fake.misbehave('sendMessage', how);
  expect(await send()).toEqual(delivery);
  expect(await send('ciao', 'm2')).toMatchObject({ outcome: 'sent' });
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('a message goes as plain text without a preview, to a number beyond 32 bits', async () => {
  const delivery = await send('Leggi <b>qui</b>: https://ssp.example.it');
  expect(delivery).toEqual({ outcome: 'sent', providerMessageId: '1' });
  expect(rig.fake.payloads('sendMessage')).toEqual([
    {
      chat_id: 7_123_456_789,
      text: 'Leggi <b>qui</b>: https://ssp.example.it',
      link_preview_options: { is_disabled: true },
    },
  ]);
});

test('a token refused on every call stops the channel until it is taken again', async () => {
  rig.fake.misbehave('sendMessage', UNAUTHORIZED, { times: 2 });
  rig.fake.misbehave('getMe', UNAUTHORIZED, { times: 2 });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    expect(await send()).toEqual({ outcome: 'stop-channel', code: 'token-refused' });
    expect(rig.channel.state()).toMatchObject({ status: 'stopped', code: 'token-refused' });
  }
  expect(await send()).toMatchObject({ outcome: 'sent' });
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('with nobody at the address it is a network fault, and state() says since when', async () => {
  await rig.fake.close();
  expect(await send()).toEqual({ outcome: 'retry', code: 'network' });
  const since = rig.clock.now();
  rig.clock.advance(60_000);
  expect(await send()).toEqual({ outcome: 'retry', code: 'network' });
  expect(rig.channel.state()).toEqual({ status: 'failing', code: 'network', since });
});

test('one chat told to wait waits alone, two make the channel wait', async () => {
  rig.fake.misbehave('sendMessage', { kind: 'too-many', retryAfter: 3 }, { times: 4 });
  expect(await send('a', 'm1', '1')).not.toHaveProperty('wholeChannel');
  expect(await send('a', 'm1', '1')).not.toHaveProperty('wholeChannel');
  expect(await send('a', 'm2', '2')).toEqual({
    outcome: 'retry',
    code: 'too-many-requests',
    afterMs: 3_000,
    wholeChannel: true,
  });
  expect(await send('a', 'm1', '1')).toMatchObject({ wholeChannel: true });
  expect(await send('a', 'm1', '1')).toMatchObject({ outcome: 'sent' });
  rig.fake.misbehave('sendMessage', { kind: 'too-many', retryAfter: 3 });
  expect(await send('a', 'm3', '3')).not.toHaveProperty('wholeChannel');
});

const LONG = `${'a'.repeat(3_000)}\n\n${'b'.repeat(3_000)}\n\n${'c'.repeat(3_000)}`;

test.each([
  ['429', { kind: 'too-many', retryAfter: 1 }],
  ['502', { kind: 'bad-gateway' }],
  ['silence', { kind: 'hang' }],
] as const)('a part that fails with %s is taken up where it broke', async (_, how) => {
  rig.fake.misbehave('sendMessage', how, { after: 1, times: 2 });
  expect(await send(LONG)).toMatchObject({ outcome: 'retry' });
  expect(await send(LONG)).toMatchObject({ outcome: 'retry' });
  expect(await send('altro', 'm2', '99')).toMatchObject({ outcome: 'sent' });
  expect(await send(LONG)).toEqual({ outcome: 'sent', providerMessageId: '4' });
  expect(rig.fake.messages.map((message) => message.text.slice(0, 5))).toEqual([
    'aaaaa',
    'altro',
    'bbbbb',
    'ccccc',
  ]);
});

test('the same text under another id is another message', async () => {
  rig.fake.misbehave('sendMessage', { kind: 'bad-gateway' }, { after: 1 });
  await send(LONG, 'm1');
  await send(LONG, 'm2');
  expect(rig.fake.messages.map((message) => message.text[0])).toEqual(['a', 'a', 'b', 'c']);
});

test('a part given up is not taken up later', async () => {
  rig.fake.misbehave('sendMessage', BLOCKED, { after: 1 });
  expect(await send(LONG)).toMatchObject({ outcome: 'unreachable' });
  await send(LONG);
  expect(rig.fake.messages.map((message) => message.text[0])).toEqual(['a', 'a', 'b', 'c']);
});

test('buttons lost to a bad id are told to the log, not to the citizen', async () => {
  const choices = [{ id: 'x'.repeat(65), label: 'Uno' }];
  expect(await rig.channel.send('7', { text: 'Quale?', choices }, 'm1')).toMatchObject({ outcome: 'sent' });
  expect(rig.fake.messages[0]).toMatchObject({ text: 'Quale?\n\n1. Uno', keyboard: [] });
  expect(rig.log.lines).toEqual([
    {
      level: 'error',
      data: { messageId: 'm1' },
      sentence: expect.stringContaining('lost its Telegram buttons'),
    },
  ]);
});

test('stopping waits for what is being sent and begins nothing new', async () => {
  const sending = send(LONG);
  const stopped = rig.channel.stop();
  expect(await send('tardi', 'm2')).toEqual({ outcome: 'retry', code: 'stopping' });
  await stopped;
  expect(rig.fake.messages).toHaveLength(3);
  expect(await sending).toMatchObject({ outcome: 'sent' });
});
