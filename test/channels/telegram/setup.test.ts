import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/lib/clock.ts';
import { UNAUTHORIZED } from '../../support/telegram/misbehaviour.ts';
import { openTelegram, SECRET, type TelegramRig } from './rig.ts';

let rig: TelegramRig;
afterEach(async () => {
  await rig.close();
  expect(rig.fake.violations).toEqual([]);
});

test('the start registers the webhook and the commands', async () => {
  rig = await openTelegram();
  await rig.fake.untilCalled('setMyCommands');
  expect(rig.fake.payloads('setWebhook')).toEqual([
    {
      url: `${rig.url}/webhooks/telegram`,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    },
  ]);
  expect(rig.fake.state.commands.map((entry) => entry.command)).toEqual([
    'start',
    'menu',
    'persona',
    'aiuto',
    'stop',
  ]);
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('with Telegram away the start does not wait, says so, and goes on trying', async () => {
  rig = await openTelegram({ start: false });
  rig.fake.misbehave('setWebhook', { kind: 'bad-gateway' }, { times: 3 });
  await rig.channel.start(rig.inbox.receive);
  await rig.fake.until(() => rig.channel.state().status === 'failing');
  expect(rig.channel.state()).toEqual({
    status: 'failing',
    code: 'setWebhook-refused-502',
    since: rig.clock.now(),
  });
  await rig.fake.untilCalled('setMyCommands');
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('a refused token shows as stopped, and heals when Telegram takes it again', async () => {
  rig = await openTelegram({ start: false });
  rig.fake.misbehave('setWebhook', UNAUTHORIZED, { times: 2 });
  rig.fake.misbehave('getMe', UNAUTHORIZED, { times: 2 });
  await rig.channel.start(rig.inbox.receive);
  await rig.log.until('refuses the bot token');
  expect(rig.channel.state()).toMatchObject({ status: 'stopped', code: 'token-refused' });
  await rig.fake.untilCalled('setMyCommands');
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('the commands are not worth a failing channel', async () => {
  rig = await openTelegram({ start: false });
  rig.fake.misbehave('setMyCommands', { kind: 'not-json' });
  await rig.channel.start(rig.inbox.receive);
  await rig.log.until('list of commands could not be set');
  expect(rig.channel.state()).toEqual({ status: 'on' });
});

test('a public address without https is said, not registered', async () => {
  rig = await openTelegram({ publicUrl: 'http://ssp.example.it' });
  expect(rig.channel.state()).toMatchObject({ status: 'failing', code: 'public-url-not-https' });
  await rig.channel.stop();
  expect(rig.fake.calls).toEqual([]);
});

test('a webhook that somebody else took is seen', async () => {
  rig = await openTelegram({ delays: { webhookCheckMs: 5 } });
  await rig.fake.untilCalled('setMyCommands');
  rig.fake.state.webhook = { url: 'https://altro.example.it/', secret: null };
  await rig.log.until('points to another address');
  expect(rig.channel.state()).toMatchObject({ status: 'failing', code: 'webhook-taken' });
});

test('deliveries that Telegram could not make are seen, and forgotten when they are old', async () => {
  rig = await openTelegram({ clock: systemClock, delays: { webhookCheckMs: 5 } });
  await rig.fake.untilCalled('setMyCommands');
  rig.fake.state.queue(rig.writer.text('ciao'));
  rig.fake.state.deliveryFailed(502, Math.ceil(Date.now() / 1_000) + 60);
  await rig.log.until('could not deliver to the webhook');
  expect(rig.channel.state()).toMatchObject({ status: 'failing', code: 'webhook-errors' });
  rig.fake.state.deliveryFailed(502, Math.floor(Date.now() / 1_000) - 60);
  await rig.fake.until(() => rig.channel.state().status === 'on');
});

test('stopping does not wait for a Telegram that hangs', async () => {
  rig = await openTelegram({ start: false, delays: { callTimeoutMs: 60_000 } });
  rig.fake.misbehave('setWebhook', { kind: 'hang' });
  await rig.channel.start(rig.inbox.receive);
  await rig.fake.until(() => rig.fake.refused === 1);
  await rig.channel.stop();
});
