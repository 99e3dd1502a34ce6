import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ManualClock } from '../../src/lib/clock.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';

describe('a sheet in another language', () => {
  let app: WebApp;
  beforeAll(async () => {
    app = await startWebApp({ clock: new ManualClock(new Date('2026-11-24T10:00:00Z')) });
  });
  afterAll(async () => {
    await app.close();
  });

  const get = async (url: string) => {
    const page = await app.server.inject({ url, headers: { accept: 'text/html' } });
    return { ...page, body: page.body.replaceAll('&#61;', '=') };
  };

  test('title, short form, how, papers and where are translated, with the Italian beside', async () => {
    const { body } = await get('/servizi/isee-prova?lingua=en');
    expect(body).toContain('<h1><span lang="en" dir="ltr">Test income paper</span></h1>');
    expect(body).toContain('<p class="italian-title" lang="it">ISEE di prova</p>');
    for (const own of [
      'en: short. 91.500 euro (figure for 2026).',
      'en: second step.',
      'en: identity card',
      'en: town hall.',
    ]) {
      expect(body).toContain(own);
    }
    expect(body).toContain('Oppure vai sul sito INPS.');
    expect(body.match(/<div lang="en" dir="ltr">/g)).toHaveLength(4);
    expect(body.match(/<div class="pair-italian" lang="it" dir="ltr">/g)).toHaveLength(4);
    expect(body).toContain('<span lang="en" dir="ltr">How to do it</span> · Come fare');
  });

  test('the other sections stay Italian, with the heading in both languages where there are words for it', async () => {
    const { body } = await get('/servizi/isee-prova?lingua=en');
    expect(body).toContain('<h2 id="terms" tabindex="-1">Condizioni di servizio</h2><p>');
    expect(body).toContain(
      '<h2 id="cost" tabindex="-1"><span lang="en" dir="ltr">Price</span> · Quanto costa</h2><p>È gratis.</p>',
    );
    expect(body).toContain('<a href="#cost"><span lang="en" dir="ltr">Price</span> · Quanto costa</a>');
  });

  test('from a page in a language the way leads on in that language', async () => {
    const { body } = await get('/servizi/isee-prova?lingua=en');
    expect(body).toContain('<a href="/servizi?lingua=en">Servizi</a>');
    expect(body).toContain('<a href="/servizi?lingua=en#accesso">');
    const back = (await get('/servizi/nido-prova?lingua=en')).body;
    expect(back).toContain(
      '<a href="/servizi/isee-prova?lingua=en"><span lang="en" dir="ltr">Test income paper</span>',
    );
    expect(back).toContain('<a href="/servizi/casa-prova">');
  });

  test('the list is there in each language of a sheet, with the Italian titles and a note on drafts', async () => {
    const page = await get('/servizi?lingua=ar');
    expect(page.body).toContain(
      '<a href="/servizi/isee-prova?lingua=ar"><span lang="ar" dir="rtl">ورقة الدخل</span> <span class="italian-name" lang="it" dir="ltr">ISEE di prova</span></a>',
    );
    expect(page.body).toContain('<p lang="ar" dir="rtl">\u2066ar\u2069: \u2066short\u2069.');
    expect(page.body).toContain('Traduzione da verificare.');
    expect(page.body).toContain('<a href="/servizi" aria-current="page">');
    expect(page.body).toContain(
      '<link rel="canonical" href="https://segretariato.example/servizi?lingua=ar">',
    );
    expect(page.headers.link).toContain(
      '<https://segretariato.example/servizi?lingua=ro>; rel="alternate"; hreflang="ro"',
    );
    expect((await get('/servizi?lingua=ro')).body).not.toContain('Traduzione da verificare.');
    for (const url of ['/servizi', '/servizi?lingua=ka', '/servizi?lingua=xx']) {
      const italian = await get(url);
      expect(italian.body).toContain('<a href="/servizi/isee-prova">ISEE di prova</a>');
      expect(italian.body).toContain('<link rel="canonical" href="https://segretariato.example/servizi">');
    }
  });

  test('a draft says so in both languages; a reviewed translation does not', async () => {
    const draft = (await get('/servizi/isee-prova?lingua=en')).body;
    expect(draft).toContain('<p lang="en" dir="ltr">Translation to be checked.</p>');
    expect(draft).toContain('Traduzione da verificare. Hai un dubbio? Vale il testo in italiano.');
    const reviewed = (await get('/servizi/isee-prova?lingua=ro')).body;
    expect(reviewed).toContain('ro: short.');
    expect(reviewed).not.toContain('Traduzione da verificare');
  });

  test('Arabic goes from right to left, within an Italian page', async () => {
    const { body } = await get('/servizi/isee-prova?lingua=ar');
    expect(body).toContain('<html lang="it">');
    expect(body).toContain('<h1><span lang="ar" dir="rtl">ورقة الدخل</span></h1>');
    expect(body.match(/<div lang="ar" dir="rtl">/g)).toHaveLength(4);
  });

  test('in Arabic what is Latin stands apart, and in the open data texts are as they were written', async () => {
    const { body } = await get('/servizi/isee-prova?lingua=ar');
    expect(body).toContain('<li>\u2066ar\u2069: \u2066first step\u2069.</li>');
    expect(body).toContain('<strong>\u2066ar\u2069: \u2066identity card\u2069</strong>');
    expect((await get('/servizi/isee-prova?lingua=en')).body).not.toMatch(/[\u2066\u2069]/);
    expect((await get('/api/servizi/isee-prova')).body).not.toMatch(/[\u2066\u2069]/);
  });

  test('an unconfirmed office is left out of the translation too', async () => {
    expect((await get('/servizi/isee-prova?lingua=en')).body).not.toMatch(/segreto|ufficio:/);
  });

  test('where there is no translation the page is Italian and says so in both languages', async () => {
    const { body } = await get('/servizi/casa-prova?lingua=en');
    expect(body).toContain('<p lang="en" dir="ltr">This text is in Italian.</p>');
    expect(body).toContain('Questa pagina per ora è solo in italiano.');
    expect(body).toContain('<link rel="canonical" href="https://segretariato.example/servizi/casa-prova">');
  });

  test.each(['lingua=xx', 'lingua=%22%3E%3Cscript%3E', 'lingua=en&lingua=ar', 'lingua[]=en'])(
    'a language that is none (%s) is Italian',
    async (query) => {
      const page = await get(`/servizi/isee-prova?${query}`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('<h1>ISEE di prova</h1>');
      expect(page.body).not.toContain('<script>');
    },
  );

  test('each language leads to the others, for readers and for search engines', async () => {
    const page = await get('/servizi/isee-prova?lingua=ar');
    for (const [language, path] of [
      ['it', '/servizi/isee-prova'],
      ['en', '/servizi/isee-prova?lingua=en'],
      ['ro', '/servizi/isee-prova?lingua=ro'],
      ['ar', '/servizi/isee-prova?lingua=ar'],
    ] as const) {
      expect(page.body).toMatch(new RegExp(`<a href="${path.replace('?', '\\?')}" lang="${language}"`));
      expect(page.headers.link).toContain(
        `<https://segretariato.example${path}>; rel="alternate"; hreflang="${language}"`,
      );
    }
    expect(page.headers.link).toContain(
      '<https://segretariato.example/servizi/isee-prova>; rel="alternate"; hreflang="x-default"',
    );
    expect(page.body).toMatch(/lang="ar" dir="rtl" hreflang="ar" aria-current="page"/);
    expect(page.body).toContain(
      '<link rel="canonical" href="https://segretariato.example/servizi/isee-prova?lingua=ar">',
    );
    expect((await get('/servizi/casa-prova')).body).not.toContain('hreflang');
  });
});
