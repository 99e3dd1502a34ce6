import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ManualClock } from '../../../src/lib/clock.ts';
import { startWebApp, type WebApp } from '../../support/web-app.ts';

const OWN = { 'sec-fetch-site': 'same-origin' };

describe('the web chat over HTTP', () => {
  let app: WebApp;
  const clock = new ManualClock(new Date('2026-11-24T10:00:00Z'));

  beforeEach(async () => {
    app = await startWebApp({ clock, reply: () => null });
  });
  afterEach(async () => {
    await app.close();
  });

  async function visit(
    cookie?: string,
  ): Promise<{ cookie: string; csrf: string; clientId: string; body: string }> {
    const page = await app.server.inject({ url: '/chat', headers: cookie ? { cookie } : {} });
    expect(page.statusCode).toBe(200);
    return {
      cookie: cookieOf(page.headers['set-cookie']),
      csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
      clientId: /name="clientId" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
      body: page.body,
    };
  }

  function post(cookie: string, message: object, headers: Record<string, string> = OWN) {
    return app.server.inject({
      method: 'POST',
      url: '/chat/messages',
      headers: { cookie, ...headers },
      payload: message,
    });
  }

  function postForm(cookie: string, fields: Record<string, string>, headers: Record<string, string> = OWN) {
    return app.server.inject({
      method: 'POST',
      url: '/chat/messages',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  }

  test('a text becomes an incoming message of the session, in our words', async () => {
    const { cookie } = await visit();
    const clientId = randomUUID();
    const answer = await post(
      cookie,
      { text: '  ciao\r\na tutti\u0000 ', clientId },
      { ...OWN, 'accept-language': 'ro-RO,ro;q=0.9' },
    );
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ receipt: 'stored', newSession: false });
    const [message] = app.store.received;
    expect(message).toMatchObject({
      channel: 'webchat',
      content: { kind: 'text', text: 'ciao\na tutti' },
      sentAt: clock.now(),
      languageHint: 'ro-RO',
    });
    expect(message?.address).not.toBe('');
    expect(message?.providerMessageId).toBe(`${message?.address}:${clientId}`);
  });

  test('a pressed choice carries its id', async () => {
    const { cookie } = await visit();
    await post(cookie, { choice: 'welcome.comune.2', clientId: randomUUID() });
    expect(app.store.received[0]?.content).toEqual({ kind: 'choice', choiceId: 'welcome.comune.2' });
  });

  test('the same message sent again is a repeat', async () => {
    const { cookie } = await visit();
    const message = { text: 'ciao', clientId: randomUUID() };
    await post(cookie, message);
    expect((await post(cookie, message)).json()).toMatchObject({ receipt: 'repeat' });
    expect(app.store.received).toHaveLength(1);
  });

  test('the same clientId of another session is another message', async () => {
    const clientId = randomUUID();
    await post((await visit()).cookie, { text: 'uno', clientId });
    await post((await visit()).cookie, { text: 'due', clientId });
    expect(app.store.received).toHaveLength(2);
  });

  test('a forged or changed cookie starts a new session and shows nothing of the old one', async () => {
    const { cookie } = await visit();
    await post(cookie, { text: 'una frase segreta', clientId: randomUUID() });
    expect((await visit(cookie)).body).toContain('una frase segreta');
    for (const forged of [
      cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      cookie.replace(/\.[^.]*$/, ''),
      'segretariato_chat=x.y',
    ]) {
      const page = await visit(forged);
      expect(page.body).not.toContain('una frase segreta');
      expect(page.cookie).not.toBe(cookie);
    }
  });

  test('the cookie is http-only, same-site, only for the chat; secure when people come over https', async () => {
    const plain = String((await app.server.inject('/chat')).headers['set-cookie']);
    expect(plain).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(plain).toContain('Path=/chat;');
    const https = await startWebApp({
      chat: { publicUrl: 'https://aiuto.example', embedOrigins: ['https://comune.example'] },
    });
    const secure = String((await https.server.inject('/chat')).headers['set-cookie']);
    expect(secure).toMatch(/SameSite=Lax; Secure$/);
    const embedded = await https.server.inject('/chat?embed=1');
    expect(String(embedded.headers['set-cookie'])).toMatch(/SameSite=None; Secure; Partitioned$/);
    expect(embedded.headers['content-security-policy']).toContain(
      "frame-ancestors 'self' https://comune.example",
    );
    expect(embedded.headers['x-frame-options']).toBeUndefined();
    await https.close();
  });

  test('messages from another site are refused and change no cookie', async () => {
    const { cookie, csrf, clientId } = await visit();
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const byForm = await postForm(cookie, { text: 'ciao', csrf, clientId }, headers);
      const byScript = await post(cookie, { text: 'ciao', clientId }, headers);
      const leave = await app.server.inject({
        method: 'POST',
        url: '/chat/leave',
        headers: { cookie, ...headers },
      });
      for (const answer of [byForm, byScript, leave]) {
        expect(answer.statusCode).toBe(403);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    }
    expect(app.store.received).toHaveLength(0);
  });

  test('browsers that only send Origin are known by it', async () => {
    const { cookie } = await visit();
    const answer = await post(
      cookie,
      { text: 'ciao', clientId: randomUUID() },
      { origin: 'http://127.0.0.1', host: '127.0.0.1' },
    );
    expect(answer.statusCode).toBe(200);
  });

  test('a form without its token is not taken, and the text is not lost', async () => {
    const { cookie, clientId } = await visit();
    const answer = await postForm(cookie, { text: 'non perdermi', csrf: 'wrong', clientId });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('La pagina era vecchia');
    expect(answer.body).toContain('>non perdermi</textarea>');
    expect(app.store.received).toHaveLength(0);
  });

  test('a form message leads back to the chat, with the history in the page', async () => {
    const { cookie, csrf, clientId } = await visit();
    const answer = await postForm(cookie, { text: 'ciao dal modulo', csrf, clientId });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/chat#messaggio');
    const page = await visit(cookie);
    expect(page.body).toContain('ciao dal modulo');
    expect(page.body).toContain('<noscript><meta http-equiv="refresh"');
    clock.advance(31_000);
    expect((await visit(cookie)).body).not.toContain('http-equiv="refresh"');
  });

  test('ten messages in ten seconds pass, the next one gets a kind sentence', async () => {
    const { cookie } = await visit();
    for (let index = 0; index < 10; index += 1) {
      expect((await post(cookie, { text: `n ${index}`, clientId: randomUUID() })).statusCode).toBe(200);
    }
    const refused = await post(cookie, { text: 'ancora', clientId: randomUUID() });
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('10');
    expect(refused.json().message).toContain('Aspetta qualche secondo');
    clock.advance(10_000);
    expect((await post(cookie, { text: 'ancora', clientId: randomUUID() })).statusCode).toBe(200);
  });

  test('4000 characters pass, one more gets a kind sentence', async () => {
    const { cookie, csrf, clientId } = await visit();
    expect((await post(cookie, { text: 'è'.repeat(4000), clientId: randomUUID() })).statusCode).toBe(200);
    const refused = await postForm(cookie, { text: 'è'.repeat(4001), csrf, clientId });
    expect(refused.statusCode).toBe(413);
    expect(refused.body).toContain('Il messaggio è troppo lungo');
    const huge = await post(cookie, { text: 'a'.repeat(400_000), clientId: randomUUID() });
    expect(huge.statusCode).toBe(413);
    expect(huge.json().error).toBe('too-long');
    expect(app.store.received).toHaveLength(1);
  });

  test.each([
    ['no client id', { text: 'ciao' }],
    ['neither text nor choice', { clientId: randomUUID() }],
    ['both', { text: 'ciao', choice: 'a.1', clientId: randomUUID() }],
    ['a strange choice', { choice: '<script>', clientId: randomUUID() }],
    ['an empty text', { text: ' \n ', clientId: randomUUID() }],
  ])('%s is refused politely', async (_name, message) => {
    const answer = await post((await visit()).cookie, message);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().message).not.toBe('');
    expect(app.store.received).toHaveLength(0);
  });

  test('a store that fails is said, logged without the text, and the text stays in the page', async () => {
    const { cookie, csrf, clientId } = await visit();
    app.store.broken = true;
    const byScript = await post(cookie, { text: 'frase privata', clientId: randomUUID() });
    expect(byScript.statusCode).toBe(503);
    expect(byScript.json().message).toContain('112');
    const byForm = await postForm(cookie, { text: 'frase privata', csrf, clientId });
    expect(byForm.statusCode).toBe(503);
    expect(JSON.stringify(app.logged)).not.toContain('frase privata');
    expect(app.logged.length).toBeGreaterThan(0);
  });

  test('markup in a message is shown as text', async () => {
    const { cookie } = await visit();
    await post(cookie, {
      text: '<script>alert(1)</script><img src=x onerror=alert(2)>',
      clientId: randomUUID(),
    });
    const sessionId = app.store.received[0]?.address ?? '';
    app.store.say(sessionId, {
      text: '</p><script>alert(3)</script>',
      choices: [{ id: 'a.1', label: '"><b>x' }],
    });
    const { body } = await visit(cookie);
    expect(body).not.toMatch(/<script>|<img|<b>x/);
    expect(body).toContain('&#60;script&#62;alert(1)');
  });

  test('each message says its language and direction to screen readers, as far as they are known', async () => {
    const { cookie } = await visit();
    await post(cookie, { text: 'مرحبا', clientId: randomUUID() });
    const sessionId = app.store.received[0]?.address ?? '';
    app.store.say(sessionId, { text: 'Bună ziua', language: 'ro', choices: [{ id: 'a.1', label: 'Da' }] });
    const { body } = await visit(cookie);
    expect(body).toContain('<p class="chat-text" dir="auto" lang="ar">مرحبا</p>');
    expect(body).toContain('<p class="chat-text" dir="auto" lang="ro">Bună ziua</p>');
    expect(body).toContain('<span class="chat-choice-label" dir="auto" lang="ro">Da</span>');
  });

  test('only the last message of ours offers its choices', async () => {
    const { cookie } = await visit();
    await post(cookie, { text: 'ciao', clientId: randomUUID() });
    const sessionId = app.store.received[0]?.address ?? '';
    app.store.say(sessionId, { text: 'Prima', choices: [{ id: 'old.1', label: 'Vecchia' }] });
    app.store.say(sessionId, { text: 'Seconda', choices: [{ id: 'new.1', label: 'Nuova' }] });
    const { body } = await visit(cookie);
    expect(body).toContain('value="new.1"');
    expect(body).not.toContain('value="old.1"');
  });

  test('leaving drops the cookie; leaving in a hurry leads to an empty page', async () => {
    const { cookie } = await visit();
    const leave = await app.server.inject({
      method: 'POST',
      url: '/chat/leave',
      headers: { cookie, ...OWN },
    });
    expect(leave.headers.location).toBe('/chat');
    expect(String(leave.headers['set-cookie'])).toMatch(/segretariato_chat=; .*Max-Age=0/);
    const exit = await app.server.inject({
      method: 'POST',
      url: '/chat/leave?exit=1',
      headers: { cookie, ...OWN },
    });
    expect(exit.headers.location).toBe('/chat/vuota');
    const blank = await app.server.inject('/chat/vuota');
    expect(blank.body).not.toMatch(/segretariato|sociale/i);
  });

  test('pages forbid inline code, other hosts and foreign frames, and are never kept', async () => {
    const { headers } = await app.server.inject('/chat');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    );
    expect(headers['cache-control']).toBe('no-store');
  });

  test('the embedding script can be loaded by other sites', async () => {
    const { headers, body } = await app.server.inject('/chat/embed.js');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(body).toContain('Chiedi aiuto ai servizi sociali');
    expect(body).not.toContain('__MESSAGES__');
  });

  test('send() shows a message that is already durable, and always succeeds', async () => {
    await expect(app.channel.send('nobody', { text: 'x', choices: [] }, 'm-1')).resolves.toEqual({
      outcome: 'sent',
      providerMessageId: 'm-1',
    });
    expect(app.channel.state()).toEqual({ status: 'on' });
  });

  test('after stop() nothing new is taken', async () => {
    const { cookie } = await visit();
    await app.channel.stop();
    expect((await post(cookie, { text: 'ciao', clientId: randomUUID() })).statusCode).toBe(503);
    expect(app.store.received).toHaveLength(0);
  });
});

test('an embedding origin with a path is refused at the start', async () => {
  await expect(startWebApp({ chat: { embedOrigins: ['https://comune.example/pagina'] } })).rejects.toThrow(
    'is not an origin',
  );
});

function cookieOf(header: string | string[] | undefined): string {
  return String(header).split(';')[0] ?? '';
}
