import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECTION_KEYS } from '../../src/knowledge/sheet.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';
import { hsdsFaults } from './hsds-schema.ts';
import { OwnCatalogue, OwnSheet } from './own-json.ts';
import { readCsv } from './read-csv.ts';
import { schemaOrgFaults } from './schema-org.ts';

describe('the catalogue as open data', () => {
  let app: WebApp;
  beforeAll(async () => {
    app = await startWebApp({ clock: new ManualClock(new Date('2026-11-24T10:00:00Z')) });
  });
  afterAll(async () => {
    await app.close();
  });

  const get = (url: string) => app.server.inject({ url, headers: { accept: 'application/json' } });
  const getJson = async (url: string) => (await get(url)).json();
  const serviceIds = async (): Promise<string[]> =>
    (await getJson('/api/hsds/services')).contents.map(({ id }: { id: string }) => id);

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
    const list = OwnCatalogue.parse(await getJson('/api/servizi'));
    expect(list).toMatchObject({ version: 1, licence: 'CC-BY-4.0' });
    expect(list.services).toHaveLength(3);
    expect(list.services[0]).toMatchObject({
      slug: 'isee-prova',
      url: 'https://segretariato.example/servizi/isee-prova',
      languages: ['it', 'en', 'ro', 'ar'],
      reviewedAt: '2026-11-23',
    });
    const one = OwnSheet.parse(await getJson('/api/servizi/isee-prova'));
    expect(one.sections.map((section) => section.key)).toEqual(
      SECTION_KEYS.filter((key) => key !== 'special'),
    );
    expect(one.figures[0]).toMatchObject({
      id: 'soglia',
      year: 2026,
      confidence: 'high',
      text: '91.500 euro (dato 2026)',
    });
    expect(one.contacts.numbers.map((number) => number.id)).toEqual(['numero-prova']);
    expect(one.contacts.offices).toMatchObject([{ id: 'ufficio-sicuro', confirmedOn: '2026-11-23' }]);
    expect(one.translations[0]).toMatchObject({ language: 'en', isReviewed: false });
    const closed = OwnSheet.parse(await getJson('/api/servizi/nido-prova'));
    expect(closed.statusReason).toBe('Il bando è chiuso. Il limite era 91.500 euro (dato 2026).');
  });

  test('the table opens in an Italian spreadsheet: byte order mark, semicolons, quoted cells, a sheet a row', async () => {
    const file = await get('/api/servizi.csv');
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('servizi.csv');
    const bytes = file.rawPayload;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = readCsv(file.body.slice(1));
    expect(rows).toHaveLength(3);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    const cell = (row: number, name: string) => rows[row]?.[head.indexOf(name)];
    expect(cell(0, 'Titolo')).toBe('ISEE di prova');
    expect(cell(0, 'Importi e limiti')).toBe('Soglia: 91.500 euro (dato 2026)');
    expect(cell(0, 'Come fare')).toBe(
      'Vai al CAF (Centro di Assistenza Fiscale).\nOppure vai sul sito INPS.',
    );
    expect(cell(0, 'Uffici')).toContain('Ufficio sicuro');
    expect(cell(2, 'Motivo dello stato')).toBe('Il bando è chiuso. Il limite era 91.500 euro (dato 2026).');
    expect(cell(0, 'Licenza')).toBe('CC-BY-4.0');
  });

  test('no cell of the table is taken for a formula', async () => {
    expect(
      readCsv((await get('/api/servizi.csv')).body.slice(1))
        .flat()
        .filter((cell) => /^[=+\-@]/.test(cell)),
    ).toEqual([]);
    expect((await get('/api/servizi.csv')).body).toContain(`"'=prova"`);
  });

  test('HSDS 3.0: the base and the list by pages are as its JSON Schemas want them', async () => {
    expect(hsdsFaults('base', await getJson('/api/hsds'))).toEqual([]);
    const lists = {
      whole: await getJson('/api/hsds/services'),
      second: await getJson('/api/hsds/services?page=2&per_page=2'),
      beyond: await getJson('/api/hsds/services?page=9'),
      nonsense: await getJson('/api/hsds/services?page=-1&per_page=abc'),
    };
    expect(Object.values(lists).flatMap((list) => hsdsFaults('services', list))).toEqual([]);
    const { whole, second, beyond, nonsense } = lists;
    expect(whole).toMatchObject({ total_items: 3, total_pages: 1, first_page: true, last_page: true });
    expect(whole.contents.map(({ status }: { status: string }) => status)).toEqual([
      'active',
      'active',
      'inactive',
    ]);
    expect(second).toMatchObject({ total_pages: 2, page_number: 2, size: 1, last_page: true, empty: false });
    expect(second.contents[0].id).toBe(whole.contents[2].id);
    expect(beyond).toMatchObject({ size: 0, empty: true });
    expect(nonsense).toEqual(whole);
  });

  test('HSDS 3.0: each service, whole', async () => {
    const ids = await serviceIds();
    const services = await Promise.all(ids.map((id) => getJson(`/api/hsds/services/${id}`)));
    expect(services.flatMap((service) => hsdsFaults('service', service))).toEqual([]);
    const [isee] = services;
    expect(isee.phones).toMatchObject([
      { number: '112', description: 'Numero di prova, fisso' },
      { number: '06 112', description: 'Numero di prova, cellulare' },
    ]);
    expect(isee.service_at_locations).toMatchObject([
      {
        location: {
          name: 'Ufficio sicuro',
          description: 'via di Prova 1, Capurso',
          phones: [{ number: '080 000000' }],
          schedules: [{ description: 'lunedì mattina' }],
        },
      },
    ]);
    expect(isee.service_areas).toMatchObject([{ name: 'Adelfia' }, { name: 'Capurso' }]);
    expect(services[2].alert).toBe('Il bando è chiuso. Il limite era 91.500 euro (dato 2026).');
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
    const service = JSON.parse(file.body);
    expect(schemaOrgFaults(service)).toEqual([]);
    expect(service).toMatchObject({
      '@type': 'GovernmentService',
      url: 'https://segretariato.example/servizi/isee-prova',
      serviceOutput: { description: 'Un foglio. Il limite è 91.500 euro (dato 2026).' },
      isRelatedTo: [{ url: 'https://segretariato.example/servizi/casa-prova' }],
      availableChannel: [
        { name: 'Hai un dubbio? Scrivi all’assistente', serviceUrl: 'https://segretariato.example/chat' },
        { name: 'Numero di prova', servicePhone: { telephone: '112', description: 'fisso' } },
        { name: 'Numero di prova', servicePhone: { telephone: '06 112', description: 'cellulare' } },
        { name: 'Ufficio sicuro', servicePhone: { telephone: '080 000000' } },
      ],
    });
  });

  test('the same data stands in the page, as a block that nothing runs and no text can break out of', async () => {
    for (const slug of ['isee-prova', 'casa-prova', 'nido-prova']) {
      const { body } = await get(`/servizi/${slug}`);
      const blocks = [...body.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
      expect(blocks).toHaveLength(1);
      const data = JSON.parse(blocks[0]?.[1] ?? '');
      expect(schemaOrgFaults(data)).toEqual([]);
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
