/** The repository's own sheets on every page and in every export: what no example shows. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFlows } from '../../src/conversation/flow/load.ts';
import { isConfirmed, isPublishable } from '../../src/knowledge/contacts.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { LANGUAGES } from '../../src/lib/language.ts';
import { createPublicLibrary, type PublicLibrary } from '../../src/public-pages/index.ts';
import { startWebApp, type WebApp } from '../support/web-app.ts';
import { hsdsFaults } from './hsds-schema.ts';
import { OwnCatalogue, OwnSheet } from './own-json.ts';
import { linksWithin, plain, skeletonFaults } from './page-html.ts';
import { readCsv } from './read-csv.ts';
import { schemaOrgFaults } from './schema-org.ts';

const ROOT = `${import.meta.dirname}/../..`;
const DAY = '2026-11-24';

describe('the catalogue of the real sheets', () => {
  let app: WebApp;
  let library: PublicLibrary;
  let hidden: string[];

  beforeAll(async () => {
    const clock = new ManualClock(new Date(`${DAY}T10:00:00Z`));
    const knowledge = await loadKnowledge(`${ROOT}/knowledge`, DAY);
    const slugs = knowledge.sheets.map(({ slug }) => slug);
    const flows = await loadFlows(`${ROOT}/flows`, slugs);
    if (knowledge.figureWords === null || !flows.ok) throw new Error('The texts have faults.');
    const { figureWords } = knowledge;
    library = createPublicLibrary({ ...knowledge, figureWords, phrases: flows.phrases, clock });
    const offices = [...knowledge.offices.values()].filter((office) => !isConfirmed(office));
    const numbers = [...knowledge.numbers.values()].filter((number) => !isPublishable(number));
    hidden = [
      ...offices.flatMap(({ address, phone, email, pec }) => [address, phone, email, pec]),
      ...numbers.flatMap(({ number, say }) => [number, say]),
    ].filter((text) => typeof text === 'string');
    app = await startWebApp({ clock, pages: { library } });
  });
  afterAll(async () => {
    await app.close();
  });

  const get = async (url: string) =>
    (await app.server.inject({ url, headers: { accept: 'text/html' } })).body;
  const getJson = async (url: string) => JSON.parse(await get(url));
  /** What a text shows that it must not. */
  const leaks = (text: string): string[] => [
    ...hidden.filter((secret) => text.includes(secret)),
    ...(text.match(/\{\{[^}]*\}\}|\bundefined\b|\[object |\bn\.d\./g) ?? []),
  ];

  test('every page in every language is well built and shows only what may be shown', async () => {
    expect(hidden.length).toBeGreaterThan(0);
    const paths = library.sheets().map(({ slug }) => `/servizi/${slug}`);
    const faults: string[] = [];
    for (const path of ['/servizi', ...paths]) {
      for (const language of LANGUAGES) {
        const url = `${path}?lingua=${language}`;
        const body = await get(url);
        faults.push(...[...skeletonFaults(body), ...leaks(plain(body))].map((fault) => `${url}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('every telephone that we know can be touched wherever a page says it', async () => {
    const inText = new RegExp(
      `(?<![\\d.])(?:${[...library.telephones()].map(spaced).join('|')})(?![\\d.]*\\w| euro)`,
      'g',
    );
    const faults: string[] = [];
    let touched = 0;
    for (const { slug } of library.sheets()) {
      for (const language of LANGUAGES) {
        const url = `/servizi/${slug}?lingua=${language}`;
        const [, sections = ''] =
          /<div class="sheet-body">(.*)<p class="sheet-topics">/s.exec(await get(url)) ?? [];
        touched += sections.split('href="tel:').length - 1;
        const rest = plain(sections.replace(/<a [^>]*>.*?<\/a>|<[^>]*>/gs, ' '));
        faults.push(...(rest.match(inText) ?? []).map((number) => `${url}: ${number}`));
      }
    }
    expect(faults).toEqual([]);
    expect(touched).toBeGreaterThan(library.sheets().length);
  });

  test('no link within the site is dead, also to a part of a page', async () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    const waiting = ['/'];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const [page = '', anchor] = url.split('#');
      if (!seen.has(page)) {
        const reply = await app.server.inject({ url: page, headers: { accept: 'text/html' } });
        if (reply.statusCode !== 200) faults.push(`${page}: ${reply.statusCode}`);
        seen.set(page, reply.body);
        const isPage = String(reply.headers['content-type']).startsWith('text/html');
        if (isPage)
          waiting.push(...linksWithin(reply.body).map((link) => (link.startsWith('#') ? page + link : link)));
      }
      if (anchor !== undefined && !seen.get(page)?.includes(`id="${anchor}"`))
        faults.push(`${url}: no such part`);
    }
    expect([...new Set(faults)]).toEqual([]);
    expect(seen.size).toBeGreaterThan(library.sheets().length);
  });

  test('our own JSON is as its schema wants it', async () => {
    const { services } = OwnCatalogue.parse(await getJson('/api/servizi'));
    for (const { slug } of services) {
      const data = await get(`/api/servizi/${slug}`);
      OwnSheet.parse(JSON.parse(data));
      expect(leaks(data), slug).toEqual([]);
    }
  });

  test('HSDS is as its JSON Schemas want it, each telephone a number by itself', async () => {
    const list = await getJson('/api/hsds/services');
    expect(hsdsFaults('services', list)).toEqual([]);
    expect(list.total_items).toBe(library.sheets().length);
    for (const { id, name } of list.contents) {
      const data = await get(`/api/hsds/services/${id}`);
      const service = JSON.parse(data);
      expect(hsdsFaults('service', service), name).toEqual([]);
      expect(leaks(data), name).toEqual([]);
      for (const phone of service.phones) expect(phone.number).toMatch(/^\+?[\d ]+$/);
    }
  });

  test('the linked data is as schema.org wants it', async () => {
    for (const { slug } of library.sheets()) {
      const data = await get(`/api/servizi/${slug}.jsonld`);
      expect(schemaOrgFaults(JSON.parse(data)), slug).toEqual([]);
      expect(leaks(data), slug).toEqual([]);
    }
  });

  test('the table is read back whole', async () => {
    const [head = [], ...rows] = readCsv((await get('/api/servizi.csv')).slice(1));
    expect(rows.map((row) => row[0])).toEqual(library.sheets().map(({ slug }) => slug));
    for (const name of [
      'Titolo',
      'Descrizione breve',
      'A chi è rivolto',
      'Come fare',
      'Cosa serve',
      'Pagina',
    ]) {
      expect(rows.filter((row) => row[head.indexOf(name)] === '')).toEqual([]);
    }
    expect(rows.flat().flatMap(leaks)).toEqual([]);
  });
});

/** A number as a text may group it. */
function spaced(number: string): string {
  return [...number].join(' ?');
}
