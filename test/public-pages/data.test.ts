import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECTION_KEYS } from '../../src/knowledge/sheet.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';
import { GovernmentService } from './government-service.ts';
import { HsdsBase, HsdsService, HsdsServices } from './hsds-schema.ts';

describe('the catalogue as open data', () => {
  let app: WebApp;
  beforeAll(async () => {
    app = await startWebApp({ clock: new ManualClock(new Date('2026-11-24T10:00:00Z')) });
  });
  afterAll(async () => {
    await app.close();
  });

  const get = (url: string) => app.server.inject({ url, headers: { accept: 'application/json' } });
  const serviceIds = async (): Promise<string[]> =>
    HsdsServices.parse((await get('/api/hsds/services')).json()).contents.map(({ id }) => id);

  test('every export names the licence, may be kept for some minutes, and holds no contact that may not be shown', async () => {
    const [id = ''] = await serviceIds();
    for (const url of [
      '/api/servizi',
      '/api/servizi/isee-prova',
      '/api/servizi.csv',
      '/api/servizi/isee-prova.jsonld',
      '/api/hsds',
      '/api/hsds/services',
      `/api/hsds/services/${id}`,
    ]) {
      const data = await get(url);
      expect(data.statusCode, url).toBe(200);
      expect(data.headers.link).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
      expect(data.headers['cache-control']).toBe('public, max-age=300');
      expect(data.body, url).not.toMatch(/segreto|0999|"0000"|\{\{|undefined|\[object/);
    }
  });

  test('the catalogue and each sheet are JSON of our own schema', async () => {
    const list = (await get('/api/servizi')).json();
    expect(list).toMatchObject({ version: 1, licence: 'CC-BY-4.0' });
    expect(list.services).toHaveLength(3);
    expect(list.services[0]).toMatchObject({
      slug: 'isee-prova',
      url: 'https://segretariato.example/servizi/isee-prova',
      languages: ['it', 'en', 'ro', 'ar'],
      reviewedAt: '2026-11-23',
    });
    const one = (await get('/api/servizi/isee-prova')).json();
    expect(one.sections.map((section: { key: string }) => section.key)).toEqual(
      SECTION_KEYS.filter((key) => key !== 'special'),
    );
    expect(one.figures[0]).toMatchObject({
      id: 'soglia',
      year: 2026,
      confidence: 'high',
      text: '91.500 euro (dato 2026)',
    });
    expect(one.contacts.numbers.map((number: { id: string }) => number.id)).toEqual(['numero-prova']);
    expect(one.contacts.offices).toMatchObject([{ id: 'ufficio-sicuro', confirmedOn: '2026-11-23' }]);
    expect(one.translations[0]).toMatchObject({ language: 'en', isReviewed: false });
  });

  test('the table opens in an Italian spreadsheet: byte order mark, semicolons, quoted cells, a sheet a row', async () => {
    const file = await get('/api/servizi.csv');
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('servizi.csv');
    const bytes = file.rawPayload;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = parseCsv(file.body.slice(1));
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)];
    expect(cell(0, 'Titolo')).toBe('ISEE di prova');
    expect(cell(0, 'Importi e limiti')).toBe('Soglia: 91.500 euro (dato 2026)');
    expect(cell(0, 'Come fare')).toBe(
      'Vai al CAF (Centro di Assistenza Fiscale).\nOppure vai sul sito INPS.',
    );
    expect(cell(0, 'Uffici')).toContain('Ufficio sicuro');
    expect(cell(2, 'Motivo dello stato')).toBe('Il bando è chiuso.');
    expect(cell(0, 'Licenza')).toBe('CC-BY-4.0');
  });

  test('no cell of the table is taken for a formula', async () => {
    expect(
      parseCsv((await get('/api/servizi.csv')).body.slice(1))
        .flat()
        .filter((cell) => /^[=+\-@]/.test(cell)),
    ).toEqual([]);
    expect((await get('/api/servizi.csv')).body).toContain(`"'=prova"`);
  });

  test('HSDS 3.0: the base, the list by pages, each service', async () => {
    HsdsBase.parse((await get('/api/hsds')).json());
    const whole = HsdsServices.parse((await get('/api/hsds/services')).json());
    expect(whole).toMatchObject({ total_items: 3, total_pages: 1, first_page: true, last_page: true });
    expect(whole.contents.map(({ status }) => status)).toEqual(['active', 'active', 'inactive']);
    const second = HsdsServices.parse((await get('/api/hsds/services?page=2&per_page=2')).json());
    expect(second).toMatchObject({ total_pages: 2, page_number: 2, size: 1, last_page: true, empty: false });
    expect(second.contents[0]?.id).toBe(whole.contents[2]?.id);
    const beyond = HsdsServices.parse((await get('/api/hsds/services?page=9')).json());
    expect(beyond).toMatchObject({ size: 0, empty: true });
    HsdsServices.parse((await get('/api/hsds/services?page=-1&per_page=abc')).json());

    const services = await Promise.all(
      whole.contents.map(async ({ id }) => HsdsService.parse((await get(`/api/hsds/services/${id}`)).json())),
    );
    const [isee] = services;
    expect(isee?.phones?.map(({ number }) => number)).toEqual(['112']);
    expect(isee?.service_at_locations).toMatchObject([
      {
        location: {
          name: 'Ufficio sicuro',
          description: 'via di Prova 1, Capurso',
          schedules: [{ description: 'lunedì mattina' }],
        },
      },
    ]);
    expect(isee?.service_areas?.map(({ name }) => name)).toEqual(['Adelfia', 'Capurso']);
    expect(services[2]?.alert).toBe('Il bando è chiuso.');
  });

  test('the ids of HSDS stay the same, and no two are equal within a service', async () => {
    const ids = await serviceIds();
    expect(await serviceIds()).toEqual(ids);
    const [id = ''] = ids;
    const { body } = await get(`/api/hsds/services/${id}`);
    const own = [...body.matchAll(/"id":"([^"]+)"/g)].map(([, one]) => one);
    expect(new Set(own).size).toBe(own.length);
  });

  test('a GovernmentService of schema.org at its own address', async () => {
    const file = await get('/api/servizi/isee-prova.jsonld');
    expect(file.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const service = GovernmentService.parse(JSON.parse(file.body));
    expect(service.url).toBe('https://segretariato.example/servizi/isee-prova');
    expect(service.serviceOutput.description).toContain('91.500 euro (dato 2026)');
    expect(service.isRelatedTo.map(({ url }) => url)).toEqual([
      'https://segretariato.example/servizi/casa-prova',
    ]);
    expect(service.availableChannel.map(({ name }) => name)).toEqual([
      'Hai un dubbio? Scrivi all’assistente',
      'Numero di prova',
      'Ufficio sicuro',
    ]);
  });

  test('the same data stands in the page, as a block that nothing runs and no text can break out of', async () => {
    for (const slug of ['isee-prova', 'casa-prova', 'nido-prova']) {
      const { body } = await get(`/servizi/${slug}`);
      const blocks = [...body.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
      expect(blocks).toHaveLength(1);
      const data = JSON.parse(blocks[0]?.[1] ?? '');
      GovernmentService.parse(data);
      expect(data).toEqual((await get(`/api/servizi/${slug}.jsonld`)).json());
    }
  });

  test('what is not there is said so', async () => {
    for (const url of [
      '/api/servizi/boh',
      '/api/servizi/boh.jsonld',
      '/api/servizi/%3Cscript%3E',
      '/api/hsds/services/boh',
      '/api/hsds/services/00000000-0000-4000-8000-000000000000',
    ]) {
      const answer = await get(url);
      expect(answer.statusCode, url).toBe(404);
      expect(answer.json()).toEqual({ error: 'not found' });
    }
  });
});

/** Rows and cells of a table after RFC 4180, with semicolons. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted = '', end] of text.matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
    row.push(quoted.replaceAll('""', '"'));
    if (end !== ';') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
