/** A citizen on Telegram and on the web chat, through the whole running application and its real HTTP server. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { uuidv7 } from '../../src/lib/ids.ts';
import { startApp } from '../support/app.ts';
import { temporaryFolder } from '../support/folder.ts';
import { FakeBotApi } from '../support/telegram/fake-bot-api.ts';
import { Writer } from '../support/telegram/updates.ts';

const SECRET = 'un-segreto-di-prova';
const MARKER = 'zqxparolamarcata';

async function telegramApp() {
  const fake = await FakeBotApi.start({ unknownPresses: true });
  onTestFinished(async () => {
    await fake.close();
    expect(fake.violations).toEqual([]);
  });
  const dataDir = temporaryFolder();
  const started = await startApp({
    environment: {
      DATA_DIR: dataDir,
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_API_ROOT: fake.root,
    },
  });
  const post = async (body: string, secret: string | null = SECRET) => {
    const response = await fetch(`${started.app.url}/webhooks/telegram`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  };
  return { ...started, fake, dataDir, post };
}

test('on Telegram a question in plain words gets its sheet, with date of check and link, then its follow-up', async () => {
  const { fake, post } = await telegramApp();
  const rosa = new Writer();
  expect(await post(JSON.stringify(rosa.text('ce uno sconto sula boletta della luce?')))).toBe(200);
  await fake.untilCalled('sendMessage', 1);
  const [first] = fake.payloads('sendMessage');
  expect(first?.text).toContain('assistente automatico');
  expect(first?.text).toMatch(
    /Bonus bollette[\s\S]*controllata il 23\/11\/2026: http\S+\/servizi\/bonus-bollette/,
  );
  expect(await post(JSON.stringify(rosa.text('e quanto costa?')))).toBe(200);
  await fake.untilCalled('sendMessage', 2);
  expect(fake.payloads('sendMessage')[1]?.text).toMatch(/gratis/);
});

test('forged, missing, malformed and unknown: refused or dropped, nothing breaks, the next citizen is served', async () => {
  const { fake, post } = await telegramApp();
  const rosa = new Writer();
  const good = JSON.stringify(rosa.text('come si fa l isee?'));
  expect(await post(good, null)).toBe(401);
  expect(await post(good, 'altro')).toBe(401);
  expect(await post('{"update_id":')).toBe(400);
  expect(await post('{}')).toBe(400);
  expect(await post(JSON.stringify(rosa.update({ something_new: {} })))).toBe(200);
  expect(await post(JSON.stringify(rosa.text('\u202e\u0007👍🏽')))).toBe(200);
  await fake.untilCalled('sendMessage', 1);
  expect(await post(JSON.stringify(rosa.text(`${'isee '.repeat(20_000)}`)))).toBe(200);
  await fake.untilCalled('sendMessage', 2);
  expect(await post(JSON.stringify(rosa.press('mai.vista.scelta')))).toBe(200);
  await fake.untilCalled('sendMessage', 3);
  expect(await post(good)).toBe(200);
  await fake.untilCalled('sendMessage', 4);
});

test('no word, id or token is found in any file or log line', async () => {
  const { app, fake, post, dataDir, log } = await telegramApp();
  const rosa = new Writer({ chatId: 7_391_846_205 });
  await post(JSON.stringify(rosa.text(`${MARKER} come si fa l isee?`)));
  await fake.untilCalled('sendMessage', 1);
  await post(JSON.stringify(rosa.text(`voglio una persona ${MARKER}`)), 'sbagliato');
  await app.stop();
  const secrets = [MARKER, String(rosa.chatId), fake.token, SECRET];
  const found = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${entry.name}`);
    });
  expect(found).toEqual([]);
  expect(secrets.filter((secret) => log.text.includes(secret))).toEqual([]);
});

/** The entries a stream brings, until one satisfies; with the id of the last, to come back after it. */
async function readStream(
  url: string,
  cookie: string,
  after: string | null,
  until: (text: string) => boolean,
) {
  const abort = new AbortController();
  const headers = { cookie, ...(after === null ? {} : { 'last-event-id': after }) };
  const response = await fetch(`${url}/chat/events`, { headers, signal: abort.signal });
  const ids: string[] = [];
  let seen = '';
  for await (const chunk of response.body ?? []) {
    seen += Buffer.from(chunk).toString('utf8');
    if (until(seen)) break;
  }
  for (const [, id] of seen.matchAll(/^id: ?(.+)$/gm)) if (id !== undefined) ids.push(id);
  abort.abort();
  return { ids, seen };
}

test('the web chat shows question and answer live, once each, also to who comes back after a restart', async () => {
  const dataDir = temporaryFolder();
  const environment = { DATA_DIR: dataDir, VAULT_KEY: '11'.repeat(32) };
  const first = await startApp({ environment });
  const page = await fetch(`${first.app.url}/chat`);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const say = (url: string, text: string, clientId = uuidv7()) =>
    fetch(`${url}/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ text, clientId }),
    });
  const clientId = uuidv7();
  expect((await say(first.app.url, 'come si fa l isee?', clientId)).ok).toBe(true);
  expect((await say(first.app.url, 'come si fa l isee?', clientId)).ok).toBe(true);
  const live = await readStream(first.app.url, cookie, null, (text) => text.includes('/servizi/isee'));
  expect(live.ids).toHaveLength(2);
  await first.app.stop();

  const second = await startApp({ environment });
  expect(await (await fetch(`${second.app.url}/chat`, { headers: { cookie } })).text()).toContain(
    'come si fa l isee?',
  );
  expect((await say(second.app.url, 'e quanto costa?')).ok).toBe(true);
  const later = await readStream(second.app.url, cookie, live.ids.at(-1) ?? null, (text) =>
    text.includes('gratis'),
  );
  expect(later.ids).toHaveLength(2);
  expect(later.seen).not.toContain('come si fa l isee?');
});

test('health tells alive and ready, part by part', async () => {
  const { app } = await startApp();
  expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${app.url}/health/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ checks: { database: { ok: true }, webchat: { ok: true } } });
});
