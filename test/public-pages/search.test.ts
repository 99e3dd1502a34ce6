import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../src/http/server.ts';
import { createLog } from '../../src/lib/log.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';

describe('the search of the catalogue', () => {
  let app: WebApp;
  let logged = '';

  beforeAll(async () => {
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        logged += chunk.toString('utf8');
        done();
      },
    });
    app = await startWebApp({ server: await createServer({ log: createLog('debug', sink) }) });
  });
  afterAll(async () => {
    await app.close();
  });

  const ask = (question: string) =>
    app.server.inject({
      url: `/servizi?q=${encodeURIComponent(question)}`,
      headers: { accept: 'text/html' },
    });
  /** The results alone, without form and frame. */
  const found = async (question: string) =>
    /<section aria-labelledby="trovati">.*<\/section>/s.exec((await ask(question)).body)?.[0] ?? '';

  test('a question in words of one’s own gives the sheet first, then what else it might be', async () => {
    const results = await found('non capisco questo isee');
    expect(results).toContain('Ecco cosa ho trovato');
    expect([...results.matchAll(/href="(\/servizi\/[^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/servizi/isee-prova',
      '/servizi/casa-prova',
    ]);
  });

  test('a question about a part leads to that part', async () => {
    const results = await found('quanto costa l’isee?');
    expect(results).toContain('<a href="/servizi/isee-prova#cost">Vai subito a: Quanto costa</a>');
  });

  test('a question in another language leads to the page in that language', async () => {
    const results = await found('income paper');
    expect(results).toMatch(/href="\/servizi\/isee-prova\?lingua(?:=|&#61;)en"/);
    expect(results).toContain('<span lang="en" dir="ltr">Test income paper</span>');
    expect(results).toContain('<p lang="en" dir="ltr">en: short.');
  });

  test('words that do not choose give the choice', async () => {
    const results = await found('ho dei figli');
    expect(results).toContain('Forse cerchi uno di questi');
    expect(results.indexOf('Nido di prova')).toBeLessThan(results.indexOf('Casa di prova'));
  });

  test('the matter of another office is said with whose it is', async () => {
    expect(await found("la carta d'identità")).toContain('Anagrafe del tuo Comune.');
  });

  test.each(['qwerty', 'ciao'])('nothing found for "%s" leads to a person', async (question) => {
    const results = await found(question);
    expect(results).toContain('Niente trovato');
    expect(results).toContain('Vuoi parlare con una persona?');
    expect(results).toContain('href="/chat"');
  });

  test('who is in danger reads first where to call, in the language of the words', async () => {
    const { body } = await ask('mio marito mi picchia');
    expect(body.indexOf('Sei in pericolo.')).toBeLessThan(body.indexOf('role="search"'));
    expect(body).toContain('Il tuo telefono ricorda cosa cerchi.');
    expect(body).toContain('Chiama il <a href="tel:112" dir="ltr">112</a>');
    expect((await ask('he beats me')).body).toContain('<div class="danger-box"><div lang="en" dir="ltr">');
  });

  test.each(['', '   ', '!!!', '\u200B'])('no question (%j) is the whole list', async (question) => {
    expect((await ask(question)).body).toContain('id="accesso"');
  });

  test('several questions at once, or one that is no text, are the whole list', async () => {
    for (const url of ['/servizi?q=isee&q=casa', '/servizi?q[]=isee', '/servizi?q[a]=isee']) {
      const page = await app.server.inject(url);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('id="accesso"');
    }
  });

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    '</input><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '\u202E<b>isee</b>',
  ])('markup in a question is text: %s', async (question) => {
    const { body, statusCode } = await ask(question);
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/<script>|<img|<svg|<b>/);
    const [, value = ''] = /<input[^>]*\bvalue="([^"]*)"/.exec(body) ?? [];
    expect(value).not.toMatch(/[<>"']/);
    expect(body.match(/<input[^>]*>/)?.[0]).not.toMatch(/\son\w+=/);
  });

  test('a question that is too long is read up to its bound', async () => {
    const page = await ask('a'.repeat(4000));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('maxlength="1000"');
    expect(page.body).not.toContain('a'.repeat(1001));
  });

  test('a question is kept by no one: no cache, no search engine, no cookie, no address of the page', async () => {
    const page = await ask('isee di nonna pina');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-robots-tag']).toBe('noindex');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.body).toContain('<link rel="canonical" href="https://segretariato.example/servizi">');
  });

  test('no question is logged, also when the search breaks', async () => {
    const broken = await ask('guasto di nonna pina');
    expect(broken.statusCode).toBe(500);
    await ask('isee di nonna pina');
    expect(logged).toContain('A request failed.');
    expect(logged).not.toMatch(/nonna|pina|\?q=/);
    expect(broken.body).not.toContain('nonna');
  });
});
