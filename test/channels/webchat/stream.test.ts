import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { startWebApp, type WebApp, type WebAppOptions } from '../../support/web-app.ts';
import { MemoryWebchatStore } from '../../support/webchat-store.ts';
import { readEvents } from './read-events.ts';

describe('the event stream', () => {
  const apps: WebApp[] = [];
  const closers: (() => void)[] = [];

  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    for (const app of apps.splice(0)) await app.close();
  });

  async function start(options: WebAppOptions = {}): Promise<WebApp> {
    const app = await startWebApp({ reply: () => null, ...options });
    apps.push(app);
    return app;
  }

  async function stream(app: WebApp, cookie: string, headers: Record<string, string> = {}, query = '') {
    const events = await readEvents(`${app.url}/chat/events${query}`, { cookie, ...headers });
    closers.push(events.close);
    return events;
  }

  async function newSession(app: WebApp): Promise<{ cookie: string; sessionId: string }> {
    const page = await fetch(`${app.url}/chat`);
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return { cookie, sessionId: cookie.slice(cookie.indexOf('=') + 1, cookie.lastIndexOf('.')) };
  }

  test('shows what is there, then what comes, each with its id', async () => {
    const app = await start();
    const { cookie, sessionId } = await newSession(app);
    app.store.say(sessionId, { text: 'Prima' });
    const events = await stream(app, cookie);
    const [first] = await events.take('entry', 1);
    expect(first?.id).toBe('00000001');
    expect(first?.data).toMatchObject({
      from: 'assistant',
      sender: 'Assistente automatico',
      parts: [{ text: 'Prima' }],
    });
    app.store.say(sessionId, { from: 'worker', text: 'Seconda', choices: [{ id: 'a.1', label: 'Sì' }] });
    const [second] = await events.take('entry', 1);
    expect(second?.data).toMatchObject({
      sender: 'Assistente sociale',
      choices: [{ id: 'a.1', label: 'Sì' }],
    });
  });

  test('the telephones that we know can be touched, in the page and in what comes after it', async () => {
    const app = await start({ chat: { telephones: () => new Set(['112']) } });
    const { cookie, sessionId } = await newSession(app);
    app.store.say(sessionId, { text: 'In pericolo: 112. Costa 112 euro.' });
    const page = await (await fetch(`${app.url}/chat`, { headers: { cookie } })).text();
    expect(page).toContain(
      'In pericolo: <a href="tel:112" dir="ltr" rel="noopener" target="_self">112</a>. Costa',
    );
    const events = await stream(app, cookie);
    const [entry] = await events.take('entry', 1);
    expect(entry?.data).toMatchObject({
      parts: [{ text: 'In pericolo: ' }, { text: '112', href: 'tel:112' }, { text: '. Costa 112 euro.' }],
    });
  });

  test("a citizen's own message comes back with the id the page gave it", async () => {
    const app = await start();
    const { cookie } = await newSession(app);
    const events = await stream(app, cookie);
    const clientId = randomUUID();
    await fetch(`${app.url}/chat/messages`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'ciao', clientId }),
    });
    const [entry] = await events.take('entry', 1);
    expect(entry?.data).toMatchObject({ from: 'citizen', clientId });
  });

  test('after Last-Event-ID come exactly the entries that were missed, also on another server', async () => {
    const store = new MemoryWebchatStore();
    const first = await start({ store });
    const { cookie, sessionId } = await newSession(first);
    for (let index = 1; index <= 3; index += 1) store.say(sessionId, { text: `n ${index}` });
    const before = await stream(first, cookie);
    const seen = await before.take('entry', 3);
    await first.channel.stop();
    await before.ended;
    expect(before.names()).toContain('closing');

    for (let index = 4; index <= 250; index += 1) store.say(sessionId, { text: `n ${index}` });
    const second = await start({ store });
    const after = await stream(second, cookie, { 'last-event-id': seen.at(-1)?.id ?? '' });
    const rest = await after.take('entry', 247);
    const texts = [...seen, ...rest].map(
      (event) => (event.data as { parts: { text: string }[] }).parts[0]?.text,
    );
    expect(texts).toEqual(Array.from({ length: 250 }, (_, index) => `n ${index + 1}`));
  });

  test('two streams of a session both get everything once; another session gets nothing', async () => {
    const app = await start();
    const { cookie, sessionId } = await newSession(app);
    const other = await newSession(app);
    const streams = [await stream(app, cookie), await stream(app, cookie)];
    const foreign = await stream(app, other.cookie);
    for (let index = 0; index < 20; index += 1) app.store.say(sessionId, { text: `n ${index}` });
    for (const events of streams)
      expect((await events.take('entry', 20)).map((event) => event.id)).toHaveLength(20);
    app.store.say(other.sessionId, { text: 'solo per lei' });
    const [only] = await foreign.take('entry', 1);
    expect(only?.data).toMatchObject({ parts: [{ text: 'solo per lei' }] });
    for (const events of streams) expect(events.names().filter((name) => name === 'entry')).toHaveLength(20);
  });

  test('it beats, so that a dead line is noticed', async () => {
    const app = await start({ chat: { heartbeatMs: 20 } });
    const events = await stream(app, (await newSession(app)).cookie);
    expect(await events.take('beat', 2)).toHaveLength(2);
  });

  test('one tab too many pauses the oldest', async () => {
    const app = await start();
    const { cookie } = await newSession(app);
    const oldest = await stream(app, cookie);
    for (let index = 0; index < 4; index += 1) await stream(app, cookie);
    await oldest.ended;
    expect(oldest.names()).toEqual(['paused']);
  });

  test('leaving ends the streams; without a session there is none', async () => {
    const app = await start();
    const { cookie } = await newSession(app);
    const events = await stream(app, cookie);
    await fetch(`${app.url}/chat/leave`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    await events.ended;
    expect(events.names()).toEqual(['ended']);
    const stranger = await stream(app, 'segretariato_chat=forged.x');
    await stranger.ended;
    expect(stranger.names()).toEqual(['ended']);
  });

  test('a store that fails cuts the stream, and says so in the log', async () => {
    const app = await start();
    const { cookie } = await newSession(app);
    app.store.broken = true;
    const events = await stream(app, cookie);
    await events.ended;
    expect(app.logged).toMatchObject([{ error: 'Error' }]);
  });

  test('a stream that ends leaves no listener behind', async () => {
    const app = await start();
    const { cookie, sessionId } = await newSession(app);
    const events = await stream(app, cookie);
    app.store.say(sessionId, { text: 'x' });
    await events.take('entry', 1);
    expect(app.store.subscribers).toBe(1);
    await app.channel.stop();
    await events.ended;
    await expect.poll(() => app.store.subscribers).toBe(0);
  });
});
