import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { GOOD_SHEET, knowledgeFolder, lineWith } from './folder.ts';

const TODAY = '2026-11-24';

async function load(text: string, name = 'prova.md', files: Readonly<Record<string, string>> = {}) {
  return loadKnowledge(knowledgeFolder({ [name]: text }, files), TODAY);
}

test('a good folder has no fault, and the papers become lines', async () => {
  const { faults, warnings, sheets } = await load(GOOD_SHEET);
  expect(faults).toEqual([]);
  expect(warnings).toEqual([]);
  expect(sheets[0]?.sections.documents.map(({ text, line }) => ({ text, line }))).toEqual([
    { text: 'Porta questi fogli.', line: lineWith(GOOD_SHEET, 'intro: Porta') },
    { text: 'Carta. La tua. A casa.', line: lineWith(GOOD_SHEET, 'name: Carta') },
  ]);
});

interface Spoiled {
  readonly title: string;
  readonly find: string;
  readonly write: string;
  readonly what: RegExp;
  /** Part of the line on which the fault is named; of the spoiled text. */
  readonly on: string;
}

const SPOILED: readonly Spoiled[] = [
  { title: 'schema', find: 'area: reddito', write: 'area: boh', what: /area/, on: 'area: boh' },
  {
    title: 'unknown key',
    find: 'topics:',
    write: 'colour: red\ntopics:',
    what: /"colour"/,
    on: 'colour: red',
  },
  {
    title: 'deep schema',
    find: 'value: 100 euro',
    write: 'value: 100',
    what: /figures\.0\.value/,
    on: 'value: 100',
  },
  {
    title: 'too long',
    find: 'title: Aiuto di prova',
    write: `title: ${'a'.repeat(61)}`,
    what: /title/,
    on: 'title: a',
  },
  { title: 'broken YAML', find: 'area: reddito', write: 'area: "reddito', what: /broken YAML/, on: '---' },
  {
    title: 'slug',
    find: 'slug: prova',
    write: 'slug: altra',
    what: /not the name of the file/,
    on: 'slug: altra',
  },
  {
    title: 'unknown section',
    find: '## Quanto costa',
    write: '## Prezzo',
    what: /unknown section/,
    on: '## Prezzo',
  },
  {
    title: 'papers in the body',
    find: '## Quanto costa',
    write: '## Cosa serve',
    what: /Cosa serve/,
    on: '## Cosa serve',
  },
  {
    title: 'out of order',
    find: "## Cos'è\n\n- È un aiuto.\n\n## A chi è rivolto\n\n- A chi fa le prove.",
    write: "## A chi è rivolto\n\n- A chi fa le prove.\n\n## Cos'è\n\n- È un aiuto.",
    what: /out of order/,
    on: "## Cos'è",
  },
  {
    title: 'not a list line',
    find: '- Non si paga.',
    write: 'Non si paga.',
    what: /not a list line/,
    on: 'Non si paga.',
  },
  { title: 'empty section', find: '- Non si paga.\n', write: '', what: /is empty/, on: '## Quanto costa' },
  { title: 'unknown figure', find: '{{somma}}', write: '{{soma}}', what: /no figure "soma"/, on: '{{soma}}' },
  { title: 'unused figure', find: '{{somma}}', write: 'soldi', what: /"somma" is not used/, on: 'id: somma' },
  {
    title: 'unknown number',
    find: '{{numero:buono}}',
    write: '{{numero:boh}}',
    what: /no number "boh"/,
    on: 'numero:boh',
  },
  {
    title: 'unknown office',
    find: '{{ufficio:ufficio-chiuso}}',
    write: '{{ufficio:boh}}',
    what: /no office "boh"/,
    on: 'ufficio:boh',
  },
  {
    title: 'unknown id in a list',
    find: 'numbers: [buono]',
    write: 'numbers: [boh]',
    what: /no number "boh"/,
    on: 'numbers: [boh]',
  },
  { title: 'broken reference', find: '{{somma}}', write: '{{somma}} {{', what: /braces/, on: '{{somma}} {{' },
  {
    title: 'unknown source',
    find: 'sources: [s1]',
    write: 'sources: [s9]',
    what: /unknown source "s9"/,
    on: 'sources: [s9]',
  },
  { title: 'no year', find: 'year: 2026', write: 'year: null', what: /has no year/, on: 'year: null' },
  {
    title: 'amount by hand',
    find: 'Non si paga.',
    write: 'Paghi 12,50 euro.',
    what: /by hand: "12,50 euro"/,
    on: '12,50',
  },
  {
    title: 'amount in words',
    find: 'Non si paga.',
    write: 'Paghi duecento euro.',
    what: /by hand/,
    on: 'duecento',
  },
  {
    title: 'telephone by hand',
    find: 'Non si paga.',
    write: 'Chiama lo 080 123 4567.',
    what: /080 123 4567/,
    on: '080',
  },
  {
    title: 'short number by hand',
    find: 'Non si paga.',
    write: 'Chiama il 19696.',
    what: /19696/,
    on: '19696',
  },
  {
    title: 'number in a short text',
    find: 'short: Un aiuto di prova.',
    write: 'short: Chiama {{numero:buono}}.',
    what: /may not hold/,
    on: 'short: Chiama',
  },
  {
    title: 'inactive',
    find: 'status: active',
    write: 'status: inactive',
    what: /without its reason/,
    on: 'status: inactive',
  },
];

test.each(SPOILED)('names file, line and mend: $title', async ({ find, write, what, on }) => {
  const text = GOOD_SHEET.replace(find, write);
  expect(text).not.toBe(GOOD_SHEET);
  const { faults, sheets } = await load(text);
  const fault = faults.find((one) => what.test(one.what));
  expect(fault, JSON.stringify(faults)).toBeDefined();
  expect(fault?.file).toMatch(/sheets\/prova\.md$/);
  expect(fault?.mend).not.toBe('');
  if (on === '---') expect(fault?.line).toBeGreaterThan(1);
  else expect(fault?.line).toBe(lineWith(text, on));
  expect(sheets).toEqual([]);
});

test('a missing section is named', async () => {
  const { faults } = await load(GOOD_SHEET.replace('## Quanto costa\n\n- Non si paga.\n', ''));
  expect(faults.map(({ what }) => what)).toEqual(['the section "Quanto costa" is missing']);
});

test('all faults of a folder come at once', async () => {
  const text = GOOD_SHEET.replace('area: reddito', 'area: boh').replace('## Quanto costa', '## Prezzo');
  const { faults } = await load(text);
  expect(faults.length).toBeGreaterThanOrEqual(3);
});

test('numbers that everybody knows, dates and laws may be written', async () => {
  const text = GOOD_SHEET.replace(
    'Non si paga.',
    'Chiama il 112. Oppure il 1522. Scade il 31/12/2026. Legge 328/2000. Sono 12.500 persone.',
  );
  expect((await load(text)).faults).toEqual([]);
});

test('a section whose lines are all left out is a fault; a number that may not be published is named', async () => {
  const text = GOOD_SHEET.replace('{{numero:buono}}', '{{numero:vecchio}}');
  const { faults, warnings } = await load(text);
  expect(faults.map(({ what }) => what)).toEqual(['every line of "Contatti" is left out today']);
  expect(warnings[0]?.what).toMatch(/its number may not be published/);
});

test('two sheets with one slug', async () => {
  const folder = knowledgeFolder({ 'prova.md': GOOD_SHEET, 'altra.md': GOOD_SHEET });
  const { faults } = await loadKnowledge(folder, TODAY);
  expect(faults.map(({ what }) => what).join('\n')).toMatch(/already taken/);
});

test('an old review date and an unknown related sheet are warnings only', async () => {
  const text = GOOD_SHEET.replace('related: []', 'related: [futura]').replace('2027-01-10', '2026-11-20');
  const { faults, warnings } = await load(text);
  expect(faults).toEqual([]);
  expect(warnings.map(({ line }) => line)).toEqual([
    lineWith(text, 'related:'),
    lineWith(text, 'nextReview:'),
  ]);
});

test('a file that is not there or does not fit is named with its line', async () => {
  const offices = '- id: a\n  name: A\n  kind: other\n  confidence: certa\n';
  const { faults } = await load(GOOD_SHEET, 'prova.md', { 'offices.yaml': offices });
  expect(faults.map(({ file, line }) => `${file.split('/').at(-1)}:${line}`)).toContain('offices.yaml:4');
  const empty = knowledgeFolder({ 'prova.md': GOOD_SHEET }, { 'vocabulary.yaml': 'stop: {' });
  const broken = await loadKnowledge(empty, TODAY);
  expect(broken.vocabulary).toBeNull();
  expect(broken.faults[0]?.file).toBe(join(empty, 'vocabulary.yaml'));
});
