import { afterEach, expect, test } from 'vitest';
import { Writer } from '../../support/telegram/updates.ts';
import { openTelegram, SECRET, type TelegramRig } from './rig.ts';

let rig: TelegramRig;
afterEach(async () => {
  await rig.close();
  expect(rig.fake.violations).toEqual([]);
});

const withSecret = { 'x-telegram-bot-api-secret-token': SECRET };

test.each([
  ['missing', {}],
  ['empty', { 'x-telegram-bot-api-secret-token': '' }],
  ['wrong', { 'x-telegram-bot-api-secret-token': 'Segreto-di-prova_124' }],
  ['shorter', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }],
  ['the word undefined', { 'x-telegram-bot-api-secret-token': 'undefined' }],
])('a secret that is %s is 401, whatever the body', async (_, headers) => {
  rig = await openTelegram({ start: false });
  for (const body of [JSON.stringify(rig.writer.text('ciao')), '{', 'x'.repeat(2_000_000)]) {
    const response = await rig.post(body, headers).catch(() => null);
    // A large body may be cut off while it is still being written.
    if (response !== null) expect(response.status).toBe(401);
  }
  expect(rig.inbox.offered).toBe(0);
});

test('an update is 200 only once it is stored', async () => {
  rig = await openTelegram({ start: false });
  const release = rig.inbox.hold();
  let answered = false;
  const response = rig.post(JSON.stringify(rig.writer.text('ciao')), withSecret).then((result) => {
    answered = true;
    return result;
  });
  await rig.inbox.untilOffered(1);
  expect(answered).toBe(false);
  release();
  expect((await response).status).toBe(200);
  expect(rig.inbox.texts).toEqual(['ciao']);
});

test.each([
  ['no JSON', '{"update_id": 1, "message"'],
  ['an empty body', ''],
  ['no update_id', '{"message":{"message_id":1}}'],
  ['a list', '[]'],
  ['a text', '"ciao"'],
  ['null', 'null'],
  ['a message without a chat', '{"update_id":1,"message":{"message_id":1,"date":1,"text":"ciao"}}'],
])('%s is 400', async (_, body) => {
  rig = await openTelegram({ start: false });
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
    const response = await rig.post(body, { ...withSecret, 'content-type': type });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('ciao');
  }
  expect(rig.inbox.offered).toBe(0);
  expect(rig.log.text).not.toContain('ciao');
});

test('more than 1 MiB is 413', async () => {
  rig = await openTelegram({ start: false });
  const response = await rig.post(JSON.stringify(rig.writer.text('x'.repeat(1_100_000))), withSecret);
  expect(response.status).toBe(413);
});

test('a text of 100 kB is taken', async () => {
  rig = await openTelegram({ start: false });
  const text = 'però '.repeat(20_000);
  expect((await rig.post(JSON.stringify(rig.writer.text(text)), withSecret)).status).toBe(200);
  expect(rig.inbox.texts).toEqual([text]);
});

test('a body that tries to change prototypes is read as data', async () => {
  rig = await openTelegram({ start: false });
  const body = JSON.stringify(rig.writer.text('ciao')).replace(
    '{',
    '{"__proto__":{"admin":true},"constructor":{"prototype":{}},',
  );
  expect((await rig.post(body, withSecret)).status).toBe(200);
  expect(rig.inbox.texts).toEqual(['ciao']);
});

test('kinds we do not serve are 200, counted and dropped', async () => {
  rig = await openTelegram({ start: false });
  const { writer } = rig;
  const updates = [
    writer.update({ telepathy: {} }),
    writer.edited('ciao'),
    writer.edited('ciao'),
    writer.inGroup('ciao'),
  ];
  for (const update of updates) {
    expect((await rig.post(JSON.stringify(update), withSecret)).status).toBe(200);
  }
  expect(rig.inbox.offered).toBe(0);
  expect(rig.fake.calls).toEqual([]);
  expect(rig.channel.counts()).toEqual({
    'ignored:telepathy': 1,
    'ignored:edited_message': 2,
    'ignored:not-private': 1,
  });
});

test('a repeat is 200 and stored once, also at the same moment', async () => {
  rig = await openTelegram({ start: false });
  const body = JSON.stringify(rig.writer.text('ciao'));
  const responses = await Promise.all(Array.from({ length: 20 }, () => rig.post(body, withSecret)));
  expect(new Set(responses.map((response) => response.status))).toEqual(new Set([200]));
  expect(rig.inbox.texts).toEqual(['ciao']);
  expect(rig.channel.counts()).toEqual({ stored: 1, repeat: 19 });
});

test('what cannot be stored is 500 without a word of it, and Telegram brings it again', async () => {
  rig = await openTelegram();
  await rig.fake.untilCalled('setWebhook');
  rig.inbox.failNext(2);
  expect(await rig.fake.deliverUntilTaken(rig.writer.text('sono Rosa'))).toEqual([500, 500, 200]);
  expect(rig.inbox.texts).toEqual(['sono Rosa']);
  expect(rig.log.text).toContain('could not be stored');
  expect(rig.log.text).not.toContain('Rosa');
});

test('other channels’ parsers and errors on the same server stay as they were', async () => {
  rig = await openTelegram({ start: false });
  const response = await fetch(`${rig.url}/webhooks/telegram`, { method: 'GET' });
  expect(response.status).toBe(404);
});

test('a press is answered once and its keyboard goes, without delaying the 200', async () => {
  rig = await openTelegram({ delays: { callTimeoutMs: 1_500 } });
  await rig.fake.untilCalled('setWebhook');
  await rig.channel.send(
    String(rig.writer.chatId),
    { text: 'Quale?', choices: [{ id: 'q.1', label: 'Uno' }] },
    'm1',
  );
  rig.fake.misbehave('answerCallbackQuery', { kind: 'hang' });
  const first = rig.writer.press('q.1', { messageId: 1, queryId: 'hangs' });
  expect(await rig.fake.deliver(first)).toBe(200);
  const second = rig.writer.press('q.1', { messageId: 1, queryId: 'goes' });
  expect(await rig.fake.deliver(second)).toBe(200);
  expect(await rig.fake.deliver(second)).toBe(200);
  await rig.fake.untilCalled('editMessageReplyMarkup');
  expect(rig.fake.payloads('answerCallbackQuery')).toEqual([{ callback_query_id: 'goes' }]);
  expect(rig.fake.messages[0]?.keyboard).toEqual([]);
  expect(rig.inbox.stored).toHaveLength(2);
});

test('a press that comes too late is no fault', async () => {
  rig = await openTelegram();
  await rig.fake.untilCalled('setWebhook');
  rig.fake.misbehave('answerCallbackQuery', {
    kind: 'refuse',
    status: 400,
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
  await rig.channel.send(String(rig.writer.chatId), { text: 'Quale?', choices: [] }, 'm1');
  await rig.fake.deliver(rig.writer.press('q.1', { messageId: 1 }));
  await rig.channel.stop();
  expect(rig.channel.counts()).toMatchObject({
    'late:answerCallbackQuery': 1,
    'late:editMessageReplyMarkup': 1,
  });
  expect(rig.log.lines.filter((line) => line.level !== 'info')).toEqual([]);
});

test('a press in a message of another time is answered, its keyboard left', async () => {
  rig = await openTelegram();
  await rig.fake.untilCalled('setWebhook');
  await rig.fake.deliver(rig.writer.press('q.1', { date: 0 }));
  await rig.channel.stop();
  expect(rig.fake.payloads('answerCallbackQuery')).toHaveLength(1);
  expect(rig.fake.payloads('editMessageReplyMarkup')).toEqual([]);
});

test('after stop() Telegram is asked to come back', async () => {
  rig = await openTelegram({ start: false });
  await rig.channel.stop();
  expect((await rig.post(JSON.stringify(rig.writer.text('ciao')), withSecret)).status).toBe(503);
  expect(rig.inbox.offered).toBe(0);
});

test('the route is not there when the channel polls', async () => {
  rig = await openTelegram({ mode: 'polling', start: false });
  expect((await rig.post('{}', withSecret)).status).toBe(404);
});

test('many citizens at once are all kept, each in order', async () => {
  rig = await openTelegram();
  await rig.fake.untilCalled('setWebhook');
  const writers = Array.from(
    { length: 20 },
    (_, index) => new Writer({ chatId: 6_000_000_000 + index, firstUpdateId: 1_000_000 * (index + 1) }),
  );
  const updates = writers.flatMap((writer) =>
    Array.from({ length: 10 }, (_, index) => writer.text(`n${index}`)),
  );
  await Promise.all(
    updates
      .toSorted((a, b) => ((a.update_id * 7_919) % 101) - ((b.update_id * 7_919) % 101))
      .map((update) => rig.fake.deliver(update)),
  );
  for (const writer of writers) {
    const texts = rig.inbox.inOrder
      .filter((message) => message.address === String(writer.chatId))
      .map((message) => (message.content.kind === 'text' ? message.content.text : ''));
    expect(texts).toEqual(Array.from({ length: 10 }, (_, index) => `n${index}`));
  }
});
