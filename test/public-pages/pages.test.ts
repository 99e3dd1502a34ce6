import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/lib/clock.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';
import { skeletonFaults } from './page-html.ts';

describe('the public pages', () => {
  let app: WebApp;
  const clock = new ManualClock(new Date('2026-11-24T10:00:00Z'));

  beforeAll(async () => {
    app = await startWebApp({ clock });
  });
  afterAll(async () => {
    await app.close();
  });

  const get = (url: string, accept = 'text/html') => app.server.inject({ url, headers: { accept } });

  test.each(['/', '/servizi', '/servizi/isee-prova', '/informativa', '/accessibilita'])(
    '%s needs no account, no script and no other host, and leads to 112 and to the chat',
    async (path) => {
      const page = await get(path);
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.body).not.toMatch(
        /<script(?! type="application\/ld\+json">)|\sstyle="|\son\w+="|(?:src|href)="\/\//,
      );
      expect(page.body).toContain('href="tel:112"');
      expect(page.body).toContain('href="/chat"');
      expect(page.body).toContain('href="/accessibilita"');
      expect(page.body).not.toMatch(/undefined|\{\{|\[object/);
      expect(skeletonFaults(page.body)).toEqual([]);
    },
  );

  test('the list groups the sheets by area, in the alphabet', async () => {
    const { body } = await get('/servizi');
    const order = [
      'id="accesso"',
      'ISEE di prova',
      'id="casa"',
      'Casa di prova',
      'id="famiglia"',
      'Nido di prova',
    ];
    const places = order.map((text) => body.indexOf(text));
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(places).not.toContain(-1);
  });

  test('a sheet has the headings of the modello Comuni, in order', async () => {
    const { body } = await get('/servizi/isee-prova');
    const headings = [...body.matchAll(/<h[23] id="[a-z]+" tabindex="-1">([^<]+)</g)].map(([, text]) => text);
    expect(headings).toEqual([
      'A chi è rivolto',
      'Cos&#39;è',
      'Dove vale',
      'Come fare',
      'Cosa serve',
      'Cosa si ottiene',
      'Tempi e scadenze',
      'Quanto costa',
      'Accedi al servizio',
      'Dove andare',
      'Come sapere l&#39;esito',
      'Condizioni di servizio',
      'Contatti',
    ]);
    const before = ['Categoria:', '<h1>', 'Servizio attivo.', 'Il numero che serve', 'class="lead-box"'];
    const places = [...before, 'id="who"', 'Argomenti:', 'Pagina controllata'].map((text) =>
      body.indexOf(text),
    );
    expect(places).toEqual([...places].sort((left, right) => left - right));
    expect(places).not.toContain(-1);
  });

  test('figures are filled with their year, numbers can be touched, unconfirmed offices are left out', async () => {
    const { body } = await get('/servizi/isee-prova');
    expect(body).toContain('Il limite è 91.500 euro (dato 2026).');
    expect(body).toContain('<a href="tel:112" dir="ltr">112</a> (prova)');
    expect(body).not.toContain('Ufficio segreto');
    expect(body).toContain('Chiedi al tuo Comune.');
    expect(body).toContain('Se non ce l’hai: Va bene il passaporto.');
    expect(body).toContain('Pagina controllata il 23 novembre 2026.');
    expect(body).toContain('href="https://www.inps.it/prova"');
  });

  test('a figure past its last sure day is no longer stated as certain, without a restart', async () => {
    clock.advance(60 * 86_400_000);
    expect((await get('/servizi/isee-prova')).body).toContain('91.500 euro (dato del 2026, chiedi conferma)');
    clock.advance(-60 * 86_400_000);
  });

  test('a sheet whose review is overdue, or whose service is closed, says so', async () => {
    expect((await get('/servizi/casa-prova')).body).toContain('Questa pagina è da ricontrollare');
    expect((await get('/servizi/isee-prova')).body).not.toContain('Questa pagina è da ricontrollare');
    expect((await get('/servizi/nido-prova')).body).toContain(
      'Servizio non attivo. Il bando è chiuso. Il limite era 91.500 euro',
    );
  });

  test('markup in a sheet is shown as text', async () => {
    expect((await get('/servizi/casa-prova')).body).toContain('Casa di prova &#60;b&#62;');
    expect((await get('/servizi')).body).not.toContain('<b>');
  });

  test('an address that leads nowhere gets a kind page with ways on; programs get JSON', async () => {
    for (const path of ['/servizi/non-esiste', '/servizi/%3Cscript%3E', '/boh']) {
      const page = await get(path);
      expect(page.statusCode).toBe(404);
      expect(page.body).toContain('Non trovo questa pagina');
      expect(page.body).toContain('href="/servizi"');
    }
    expect((await get('/boh', 'application/json')).json()).toEqual({ error: 'not found' });
    expect((await get('/api/servizi/boh', 'application/json')).statusCode).toBe(404);
  });

  test('the notice says what the Ambito has not told yet, and what it has', async () => {
    const silent = (await get('/informativa')).body;
    expect(silent.match(/L’Ambito l[oi] deve ancora indicare/g)).toHaveLength(4);
    const told = await startWebApp({
      pages: {
        notice: {
          controller: 'Comune di Prova',
          contact: 'privacy@prova.example',
          dpo: 'dpo@prova.example',
          retentionDays: 90,
        },
        accessibility: { feedback: 'accesso@prova.example' },
      },
    });
    const notice = (await told.server.inject('/informativa')).body;
    expect(notice).not.toContain('deve ancora indicare');
    for (const fact of ['Comune di Prova', 'privacy@prova.example', 'dpo@prova.example', '90 giorni']) {
      expect(notice).toContain(fact);
    }
    expect((await told.server.inject('/accessibilita')).body).toContain('accesso@prova.example');
    await told.close();
  });

  test('a printed page has the code of the chat with its words, and the addresses written out', async () => {
    const foot = async (path: string) =>
      /<div class="print-foot.*?<\/svg>.*?<\/div>.*?<\/div>/s.exec((await get(path)).body)?.[0] ?? '';
    const sheet = await foot('/servizi/isee-prova');
    expect(sheet).toContain('d-none d-print-block');
    expect(sheet).toContain('Inquadra il codice con il telefono.');
    expect(sheet).toContain('<p class="address">https://segretariato.example/chat</p>');
    expect(sheet).toContain('<span class="address">https://segretariato.example/servizi/isee-prova</span>');
    expect(sheet).toMatch(
      /role="img" aria-label="[^"]+: https:\/\/segretariato\.example\/chat"><svg[^>]* viewBox="0 0 (\d+) \1"/,
    );
    const codeOf = (body: string) => /<svg.*<\/svg>/s.exec(body)?.[0];
    expect(codeOf(await foot('/servizi?lingua=en'))).toBe(codeOf(sheet));
    const elsewhere = await startWebApp({ pages: { publicUrl: 'https://altrove.example' } });
    expect(codeOf((await elsewhere.server.inject('/servizi')).body)).not.toBe(codeOf(sheet));
    await elsewhere.close();
  });

  test('a source says its date in words, and nothing where it has none', async () => {
    const { body } = await get('/servizi/isee-prova');
    expect(body).toContain('Pagina di prova</a> (gennaio 2026)</li>');
    expect(body).toContain('Pagina senza giorno</a></li>');
  });

  test('what is useful besides comes in the order of the author', async () => {
    const { body } = await get('/servizi/nido-prova');
    const [, others = ''] = /id="altri">(.*?)<\/nav>/s.exec(body) ?? [];
    expect([...others.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/servizi/isee-prova',
      '/servizi/casa-prova',
    ]);
  });

  test('the accessibility page says that it is a draft', async () => {
    expect((await get('/accessibilita')).body).toContain('Questa è una bozza');
  });

  test('static files are kept by browsers for a year, under an address that changes with them', async () => {
    const page = await get('/');
    const [, style = ''] = /href="(\/assets\/segretariato[^"]+)"/.exec(page.body) ?? [];
    const file = await get(style.replace('&#61;', '='));
    expect(file.statusCode).toBe(200);
    expect(file.headers['cache-control']).toContain('immutable');
    expect((await get('/assets/../package.json')).statusCode).toBe(404);
  });
});
