/** The fake is only worth what it refuses. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeBotApi } from '../../support/telegram/fake-bot-api.ts';
import { BLOCKED } from '../../support/telegram/misbehaviour.ts';
import { Writer } from '../../support/telegram/updates.ts';

let fake: FakeBotApi;
beforeEach(async () => {
  fake = await FakeBotApi.start();
});
afterEach(() => fake.close());

interface Answered {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
}

async function call(method: string, payload: object = {}, token = fake.token): Promise<Answered> {
  const response = await fetch(`${fake.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  return (await response.json()) as Answered;
}

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Sì', ...fields }]] } });

test.each([
  ['an unknown method', 'sendMesage', { chat_id: 1, text: 'ciao' }, 404],
  ['an unknown field', 'sendMessage', { chat_id: 1, text: 'ciao', parse_mod: 'HTML' }, 400],
  ['no chat', 'sendMessage', { text: 'ciao' }, 400],
  ['a chat that is no number', 'sendMessage', { chat_id: 'rosa', text: 'ciao' }, 400],
  ['a text that is none', 'sendMessage', { chat_id: 1, text: 5 }, 400],
  ['white space alone', 'sendMessage', { chat_id: 1, text: ' \n ' }, 400],
  ['4,097 units', 'sendMessage', { chat_id: 1, text: `x${'👍'.repeat(2_048)}` }, 400],
  ['half a surrogate pair', 'sendMessage', { chat_id: 1, text: 'a\ud83d' }, 400],
  ['a bare ampersand in HTML', 'sendMessage', { chat_id: 1, text: 'R&D', parse_mode: 'HTML' }, 400],
  ['an unclosed tag', 'sendMessage', { chat_id: 1, text: '<b>ciao', parse_mode: 'HTML' }, 400],
  ['an unknown tag', 'sendMessage', { chat_id: 1, text: '<h1>ciao</h1>', parse_mode: 'HTML' }, 400],
  ['crossed tags', 'sendMessage', { chat_id: 1, text: '<b><i>x</b></i>', parse_mode: 'HTML' }, 400],
  [
    '66 bytes of data',
    'sendMessage',
    { chat_id: 1, text: 'x', ...button({ callback_data: 'è'.repeat(33) }) },
    400,
  ],
  ['no data', 'sendMessage', { chat_id: 1, text: 'x', ...button({ callback_data: '' }) }, 400],
  ['a button without an action', 'sendMessage', { chat_id: 1, text: 'x', ...button({}) }, 400],
  [
    'two actions',
    'sendMessage',
    { chat_id: 1, text: 'x', ...button({ callback_data: 'a', url: 'https://a.it' }) },
    400,
  ],
  ['http abroad', 'setWebhook', { url: 'http://ssp.example.it/' }, 400],
  ['a secret with a space', 'setWebhook', { url: 'https://a.it/', secret_token: 'a b' }, 400],
  ['an unknown press', 'answerCallbackQuery', { callback_query_id: 'nessuno' }, 400],
  ['a command in capitals', 'setMyCommands', { commands: [{ command: 'Menu', description: 'x' }] }, 400],
])('refuses %s', async (_, method, payload, status) => {
  expect(await call(method, payload)).toMatchObject({ ok: false, error_code: status });
  expect(fake.violations).toHaveLength(1);
  expect(fake.calls).toEqual([]);
});

test('takes what fits exactly', async () => {
  expect(await call('sendMessage', { chat_id: 1, text: '👍'.repeat(2_048) })).toMatchObject({ ok: true });
  expect(
    await call('sendMessage', {
      chat_id: '1',
      text: '<b>R&amp;D</b>',
      parse_mode: 'HTML',
      ...button({ callback_data: 'x'.repeat(64) }),
    }),
  ).toMatchObject({ ok: true, result: { message_id: 2 } });
  expect(fake.violations).toEqual([]);
});

test('knows its token', async () => {
  expect(await call('getMe', {}, '1:altro')).toMatchObject({ error_code: 401 });
  expect(await call('getMe', {}, 'altro')).toMatchObject({ error_code: 404 });
  expect(await call('getMe')).toMatchObject({ ok: true });
});

test('a press is answered once', async () => {
  fake.push(new Writer().press('q.1', { queryId: 'q' }));
  expect(await call('answerCallbackQuery', { callback_query_id: 'q' })).toMatchObject({ ok: true });
  expect(await call('answerCallbackQuery', { callback_query_id: 'q' })).toMatchObject({ ok: false });
  expect(fake.violations).toEqual(['answerCallbackQuery: answered twice']);
});

test('a keyboard can be taken away once', async () => {
  await call('sendMessage', { chat_id: 1, text: 'x', ...button({ callback_data: 'a' }) });
  const edit = { chat_id: 1, message_id: 1 };
  expect(await call('editMessageReplyMarkup', edit)).toMatchObject({ ok: true });
  expect((await call('editMessageReplyMarkup', edit)).description).toContain('not modified');
  expect((await call('editMessageReplyMarkup', { ...edit, chat_id: 2 })).description).toContain('not found');
});

test('updates wait until a higher offset confirms them', async () => {
  const writer = new Writer({ firstUpdateId: 10 });
  for (const text of ['a', 'b', 'c']) fake.push(writer.text(text));
  const ids = async (payload: object) =>
    ((await call('getUpdates', payload)).result as { update_id: number }[]).map((update) => update.update_id);
  expect(await ids({ limit: 2 })).toEqual([10, 11]);
  expect(await ids({})).toEqual([10, 11, 12]);
  expect(await ids({ offset: 12 })).toEqual([12]);
  expect(await ids({})).toEqual([12]);
  expect(await ids({ offset: 13 })).toEqual([]);
});

test('a second poller sends the first away; a webhook forbids both', async () => {
  const first = call('getUpdates', { timeout: 60 });
  await fake.until(() => fake.state.isPolled);
  const second = call('getUpdates', { timeout: 60 });
  expect(await first).toMatchObject({ error_code: 409 });
  await fake.until(() => fake.state.isPolled);
  await call('setWebhook', { url: 'https://a.it/' });
  expect(await second).toMatchObject({ error_code: 409 });
  expect((await call('getUpdates')).description).toContain('webhook is active');
});

test('a file is found, fetched, expired, or too big', async () => {
  fake.state.addFile('DOC', Buffer.from('contenuto'));
  fake.state.addFile('BIG', Buffer.from('x'), 21 * 1024 * 1024);
  expect(await call('getFile', { file_id: 'DOC' })).toMatchObject({
    result: { file_path: 'documents/DOC', file_size: 9 },
  });
  expect((await call('getFile', { file_id: 'BIG' })).description).toContain('too big');
  const link = `${fake.root}/file/bot${fake.token}/documents/DOC`;
  expect(await (await fetch(link)).text()).toBe('contenuto');
  fake.state.expireFile('DOC');
  expect((await fetch(link)).status).toBe(404);
});

test('misbehaves for the chat, the calls and the times it was told', async () => {
  fake.misbehave('sendMessage', BLOCKED, { chatId: 2, times: 1, after: 1 });
  const outcomes: boolean[] = [];
  for (const chat of [1, 2, 2, 1, 2])
    outcomes.push((await call('sendMessage', { chat_id: chat, text: 'x' })).ok);
  expect(outcomes).toEqual([true, true, false, true, true]);
});

test('accepts and then cuts the line', async () => {
  fake.misbehave('sendMessage', { kind: 'cut-after-accepting' });
  await expect(call('sendMessage', { chat_id: 1, text: 'x' })).rejects.toThrow();
  expect(fake.messages).toHaveLength(1);
});
