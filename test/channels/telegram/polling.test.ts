import { afterEach, expect, test } from 'vitest';
import { BLOCKED, CONFLICT, UNAUTHORIZED } from '../../support/telegram/misbehaviour.ts';
import { openTelegram, type TelegramRig } from './rig.ts';

let rig: TelegramRig;
afterEach(async () => {
  await rig.close();
  expect(rig.fake.violations).toEqual([]);
});

test('a webhook set before is removed, then updates come', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  rig.fake.state.webhook = { url: 'https://ssp.example.it/', secret: null };
  await rig.channel.start(rig.inbox.receive);
  await rig.fake.untilCalled('setMyCommands');
  expect(rig.fake.state.webhook).toBeNull();
  rig.fake.push(rig.writer.text('ciao'));
  await rig.inbox.untilStored(1);
  expect(rig.inbox.texts).toEqual(['ciao']);
});

test('a batch is confirmed only after it is stored', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  for (let index = 0; index < 5; index += 1) rig.fake.push(rig.writer.text(`n${index}`));
  const release = rig.inbox.hold();
  await rig.channel.start(rig.inbox.receive);
  await rig.inbox.untilOffered(1);
  expect(rig.fake.state.unconfirmed).toBe(5);
  release();
  await rig.fake.until(() => rig.fake.state.unconfirmed === 0);
  expect(rig.inbox.stored.map((message) => message.content)).toEqual(
    [0, 1, 2, 3, 4].map((index) => ({ kind: 'text', text: `n${index}` })),
  );
  expect(rig.inbox.offered).toBe(5);
});

test('what could not be stored is asked for again, what was stored is not', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  for (const text of ['uno', 'due', 'tre']) rig.fake.push(rig.writer.text(text));
  const { receive } = rig.inbox;
  let offers = 0;
  await rig.channel.start(async (message) => {
    offers += 1;
    if (offers === 2) throw new Error('disk full near Rosa');
    return await receive(message);
  });
  await rig.fake.until(() => rig.channel.state().status === 'failing');
  expect(rig.channel.state()).toMatchObject({ code: 'not-stored' });
  await rig.inbox.untilStored(3);
  await rig.fake.until(() => rig.fake.state.unconfirmed === 0);
  expect(rig.inbox.texts).toEqual(['uno', 'due', 'tre']);
  expect(offers).toBe(4);
  expect(rig.channel.state()).toEqual({ status: 'on' });
  expect(rig.log.text).not.toContain('Rosa');
});

test('an update that cannot be read does not hold up the others', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  rig.fake.push(rig.writer.update({ message: { text: 'ciao' } }));
  rig.fake.push(rig.writer.text('eccomi'));
  await rig.channel.start(rig.inbox.receive);
  await rig.inbox.untilStored(1);
  await rig.fake.until(() => rig.fake.state.unconfirmed === 0);
  expect(rig.inbox.texts).toEqual(['eccomi']);
  expect(rig.log.text).toContain('could not be read');
});

test('a second poller stops the channel visibly, and only its ears', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  rig.fake.misbehave('getUpdates', CONFLICT);
  await rig.channel.start(rig.inbox.receive);
  await rig.log.until('Another program receives');
  expect(rig.channel.state()).toMatchObject({ status: 'stopped', code: 'second-poller' });
  expect(rig.fake.payloads('getUpdates')).toEqual([]);
  expect(await rig.channel.send('7', { text: 'ciao', choices: [] }, 'm1')).toMatchObject({ outcome: 'sent' });
  expect(rig.channel.state().status).toBe('stopped');
});

test('a refused token stops the channel, one odd answer does not', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  rig.fake.misbehave('getUpdates', UNAUTHORIZED, { times: 2 });
  rig.fake.misbehave('getMe', UNAUTHORIZED, { after: 1 });
  await rig.channel.start(rig.inbox.receive);
  await rig.log.until('refuses the bot token');
  await rig.channel.stop();
  expect(rig.channel.state()).toMatchObject({ status: 'stopped', code: 'token-refused' });
  expect(rig.fake.calls.map((call) => call.method)).toEqual(['deleteWebhook', 'setMyCommands', 'getMe']);
});

test('faults that pass are waited out', async () => {
  rig = await openTelegram({
    mode: 'polling',
    start: false,
    delays: { callTimeoutMs: 50, longPollSeconds: 0 },
  });
  for (const how of [
    { kind: 'bad-gateway' },
    { kind: 'cut-before' },
    { kind: 'not-json' },
    { kind: 'hang' },
    { kind: 'too-many', retryAfter: 0 },
    BLOCKED,
  ] as const) {
    rig.fake.misbehave('getUpdates', how);
  }
  await rig.channel.start(rig.inbox.receive);
  rig.fake.push(rig.writer.text('ciao'));
  await rig.inbox.untilStored(1);
  expect(rig.fake.refused).toBe(6);
  await rig.fake.until(() => rig.channel.state().status === 'on');
});

test('retry_after is waited for in full', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  rig.fake.misbehave('getUpdates', { kind: 'too-many', retryAfter: 1 });
  const before = performance.now();
  rig.fake.push(rig.writer.text('ciao'));
  await rig.channel.start(rig.inbox.receive);
  await rig.inbox.untilStored(1);
  expect(performance.now() - before).toBeGreaterThan(990);
});

test('stopping ends a long poll at once', async () => {
  rig = await openTelegram({ mode: 'polling', delays: { longPollSeconds: 3_600 } });
  await rig.fake.until(() => rig.fake.state.isPolled);
  const before = performance.now();
  await rig.channel.stop();
  expect(performance.now() - before).toBeLessThan(500);
});

test('stopping waits for the message being stored and leaves the rest unconfirmed', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  for (const text of ['uno', 'due']) rig.fake.push(rig.writer.text(text));
  const { promise: stored, resolve: store } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  await rig.channel.start(async (message) => {
    begin();
    await stored;
    return await rig.inbox.receive(message);
  });
  await begun;
  const stopped = rig.channel.stop();
  store();
  await stopped;
  expect(rig.inbox.texts).toEqual(['uno']);
  expect(rig.fake.state.unconfirmed).toBe(2);
});

test('after a quiet time a lower number is taken too', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  const first = rig.writer.text('prima');
  rig.fake.push(first);
  await rig.channel.start(rig.inbox.receive);
  await rig.fake.until(() => rig.fake.state.isPolled);
  rig.fake.state.endLongPoll();
  await rig.fake.untilCalled('getUpdates', 2);
  await rig.fake.until(() => rig.fake.state.isPolled);
  rig.fake.push({ ...rig.writer.text('dopo'), update_id: 7 });
  await rig.inbox.untilStored(2);
  await rig.fake.until(() => rig.fake.state.unconfirmed === 0);
  const offsets = rig.fake.payloads('getUpdates').map((payload) => payload.offset);
  expect(offsets).toEqual([undefined, first.update_id + 1, undefined]);
});
