import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BAD_ENTITIES, UNAUTHORIZED } from '../../support/telegram/misbehaviour.ts';
import { openTelegram, SECRET, type TelegramRig } from './rig.ts';

let rig: TelegramRig;
const printed: string[] = [];

beforeEach(async () => {
  printed.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(String(chunk));
      return true;
    });
  }
  rig = await openTelegram({ start: false, delays: { callTimeoutMs: 50 } });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rig.close();
});

const FAULTS = [
  { kind: 'not-json' },
  { kind: 'not-json', status: 401 },
  { kind: 'cut-before' },
  { kind: 'cut-after-accepting' },
  { kind: 'bad-gateway' },
  { kind: 'hang' },
  { kind: 'too-many', retryAfter: 0 },
  UNAUTHORIZED,
  BAD_ENTITIES,
] as const;

test('neither token, secret, address nor words reach a log, an answer or the console', async () => {
  const { fake, channel, writer, log } = rig;
  const outside: unknown[] = [];
  for (const how of FAULTS) {
    fake.misbehave('setWebhook', how);
    fake.misbehave('setMyCommands', how);
    fake.misbehave('sendMessage', how);
    fake.misbehave('answerCallbackQuery', how);
    fake.misbehave('editMessageReplyMarkup', how);
  }
  fake.misbehave('setWebhook', {
    kind: 'refuse',
    status: 400,
    description: `Bad Request: bot${fake.token} ${SECRET}`,
  });
  await channel.start(rig.inbox.receive);
  await fake.until(() => fake.state.webhook !== null);
  for (const [index] of FAULTS.entries()) {
    outside.push(await channel.send(String(writer.chatId), { text: 'Ciao Rosa', choices: [] }, `m${index}`));
    outside.push(channel.state());
    rig.inbox.failNext(1);
    outside.push(await fake.deliver(writer.text('sono Rosa Bianchi')));
    outside.push(await fake.deliver(writer.press('q.1', { queryId: `q${index}` })));
  }
  outside.push(
    await (
      await rig.post('{"update_id":1,"message":"Rosa', { 'x-telegram-bot-api-secret-token': SECRET })
    ).text(),
  );
  await channel.stop();
  outside.push(channel.counts());

  const all = `${log.text} ${JSON.stringify(outside)} ${printed.join('')}`;
  expect(log.lines.length).toBeGreaterThan(FAULTS.length);
  for (const secret of [
    fake.token,
    fake.token.split(':')[1],
    SECRET,
    'Rosa',
    'rossi',
    String(writer.chatId),
    fake.root,
  ]) {
    expect(all).not.toContain(secret);
  }
});

test('with nobody at the address the fault names no address', async () => {
  await rig.fake.close();
  const delivery = await rig.channel.send('7', { text: 'ciao', choices: [] }, 'm1');
  await rig.channel.start(rig.inbox.receive);
  await rig.log.until('could not be set up');
  await rig.channel.stop();
  const all = `${rig.log.text} ${JSON.stringify(delivery)} ${printed.join('')}`;
  for (const secret of [rig.fake.token, SECRET, '127.0.0.1']) expect(all).not.toContain(secret);
});
