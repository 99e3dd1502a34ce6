/** That the tests' own judges find a fault when there is one. */
import { describe, expect, test } from 'vitest';
import { hsdsFaults } from './hsds-schema.ts';
import { skeletonFaults } from './page-html.ts';
import { readCsv } from './read-csv.ts';
import { schemaOrgFaults } from './schema-org.ts';

const SERVICE = { id: 'ac148810-d857-441c-9679-408f346de14b', name: 'Prova', status: 'active' };

describe('the judges of the exports', () => {
  test.each([
    ['a field that HSDS does not have', { ...SERVICE, titolo: 'x' }],
    ['a state that HSDS does not have', { ...SERVICE, status: 'chiuso' }],
    ['a missing name', { id: SERVICE.id, status: 'active' }],
    ['an id that is no UUID', { ...SERVICE, id: '1' }],
    ['a telephone that is a number of JSON', { ...SERVICE, phones: [{ id: SERVICE.id, number: 112 }] }],
    [
      'a field in the wrong object',
      { ...SERVICE, phones: [{ id: SERVICE.id, number: '112', document: 'x' }] },
    ],
  ])('HSDS: %s', (_what, service) => {
    expect(hsdsFaults('service', SERVICE)).toEqual([]);
    expect(hsdsFaults('service', service)).toHaveLength(1);
  });

  test('HSDS: a list without a field of its page', () => {
    expect(hsdsFaults('services', { contents: [SERVICE] })).toHaveLength(7);
  });

  test.each([
    ['a property of another type', { telephone: '112' }],
    ['a value of another type', { availableChannel: [{ '@type': 'Place', name: 'x' }] }],
    ['a text where an address is wanted', { url: 'qui' }],
    ['a day that is none', { subjectOf: { '@type': 'WebPage', lastReviewed: 'ieri' } }],
    ['an object without a type', { audience: { audienceType: 'tutti' } }],
    ['an empty text', { name: '' }],
  ])('schema.org: %s', (_what, fields) => {
    const service = {
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      '@id': 'https://x.example',
    };
    expect(schemaOrgFaults(service)).toEqual([]);
    expect(schemaOrgFaults({ ...service, ...fields })).not.toEqual([]);
  });

  test.each(['a;b\r\n', '"a";"b"\n', '"a"b;\r\n', '"a";"b"\r\n"c"\r\n', '"a";', '"a""\r\n'])(
    'CSV: %j is no table',
    (text) => {
      expect(() => readCsv(text)).toThrow();
    },
  );

  test('pages: a heading that skips a level, an id twice, no title', () => {
    expect(skeletonFaults('<h1 id="a">x</h1><h2>y</h2><h3>z</h3>')).toEqual([]);
    expect(skeletonFaults('<h1 id="a">x</h1><h3 id="a">y</h3>')).toHaveLength(2);
    expect(skeletonFaults('<h2>x</h2>')).toHaveLength(2);
  });
});
