import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTranslations } from '../../src/knowledge/load-translations.ts';
import { parseSheet } from '../../src/knowledge/parse-sheet.ts';
import type { Sheet } from '../../src/knowledge/sheet.ts';
import { wordingOf } from '../../src/knowledge/translation.ts';
import type { Language } from '../../src/lib/language.ts';
import { folderWith } from '../support/folder-with.ts';
import { GOOD_SHEET, knowledgeFolder, lineWith } from './folder.ts';
import { unlearnedLibrary, writtenKnowledge } from './unlearned-library.ts';

/** With a figure and a number in a section that is translated. */
const SHEET_TEXT = GOOD_SHEET.replace(
  '## Come fare\n\n',
  '## Come fare\n\n- Chiedi {{somma}} entro 30 giorni.\n',
);
const SHEET = sheetOf(SHEET_TEXT);

const GOOD = `of: '${wordingOf(SHEET)}'
status: draft
reviewedBy: null
reviewedAt: null
title: Test help
short: A test help. You ask at the town hall. It costs nothing.
how:
  - Ask for {{somma}} within 30 days.
  - Go to the town hall.
needed:
  intro: Bring these papers.
  items:
    - name: Card
      what: Yours.
      where: At home.
where:
  - Go to the town hall.
  - "Or here: {{ufficio:ufficio-chiuso}}"
`;

function sheetOf(text: string): Sheet {
  const { sheet, faults } = parseSheet('knowledge/sheets/prova.md', text);
  if (sheet === null || faults.length > 0) throw new Error(`The sheet is wrong: ${JSON.stringify(faults)}`);
  return sheet;
}

async function load(files: Readonly<Record<string, string>>, sheets: readonly Sheet[] = [SHEET]) {
  const folder = folderWith(files);
  const { faults, warnings, ...read } = await loadTranslations(folder, sheets);
  const [namedFaults = [], namedWarnings = []] = [faults, warnings].map((list) =>
    list.map(({ file, ...fault }) => ({ file: file.slice(folder.length + 1), ...fault })),
  );
  return { ...read, faults: namedFaults, warnings: namedWarnings };
}

test('a good translation is given on, and is missing in the other languages only', async () => {
  const read = await load({
    'en/prova.yaml': GOOD,
    'README.md': 'Le traduzioni.',
    'en/README.md': 'Inglese.',
  });
  expect(read.faults).toEqual([]);
  expect(read.warnings).toEqual([]);
  expect(read.translations.get('en')?.get('prova')).toMatchObject({
    slug: 'prova',
    language: 'en',
    title: 'Test help',
  });
  expect(Object.fromEntries(read.missing)).toEqual({
    en: [],
    fr: ['prova'],
    ro: ['prova'],
    sq: ['prova'],
    ka: ['prova'],
    ar: ['prova'],
  });
});

test('a folder that is not there lacks every translation', async () => {
  const { translations, missing, faults } = await loadTranslations(join(folderWith({}), 'mai-vista'), [
    SHEET,
  ]);
  expect(translations.size).toBe(0);
  expect(faults).toEqual([]);
  expect([...missing.values()]).toEqual(Array.from({ length: 6 }, () => ['prova']));
});

test.each(['it', 'xx', 'EN', 'english', 'es'])(
  'the folder of a language that is not translated to: %s',
  async (language) => {
    const { translations, faults } = await load({ [`${language}/prova.yaml`]: GOOD });
    expect(translations.size).toBe(0);
    expect(faults).toEqual([
      {
        file: language,
        line: 1,
        what: `"${language}" is not a language that is translated to`,
        mend: 'Use one of en, fr, ro, sq, ka, ar.',
      },
    ]);
  },
);

test.each(['mai-vista.yaml', 'prova.yml', 'prova.md'])(
  'a file that has the name of no sheet is a warning: %s',
  async (name) => {
    const { translations, faults, warnings } = await load({ [`en/${name}`]: GOOD });
    expect(translations.get('en')?.size).toBe(0);
    expect(faults).toEqual([]);
    expect(warnings).toEqual([
      { file: `en/${name}`, line: 1, what: 'no usable sheet has this name', mend: 'Rename or remove it.' },
    ]);
  },
);

describe('a bad translation is named with line, what and mend, and is not given on', () => {
  test.each([
    {
      title: 'broken YAML',
      from: 'title: Test help',
      to: 'title: "Test help',
      on: 'title:',
      what: /^broken YAML/,
      mend: /quotes/,
    },
    {
      title: 'a colon in a text',
      from: 'title: Test help',
      to: 'title: Help: test',
      on: 'title:',
      what: /^broken YAML/,
      mend: /": "/,
    },
    {
      title: 'a key twice',
      from: 'title: Test help',
      to: 'title: Test help\ntitle: Help',
      on: 'title: Help',
      what: /^broken YAML/,
      mend: /./,
    },
    {
      title: 'an unknown key',
      from: 'title: Test help',
      to: 'title: Test help\nsubtitle: Test',
      on: 'subtitle:',
      what: /unknown key "subtitle"/,
      mend: /typing error/,
    },
    {
      title: 'a missing key',
      from: 'title: Test help\n',
      to: '',
      on: 'of:',
      what: /^title: /,
      mend: /missing key/,
    },
    {
      title: 'a title that is too long',
      from: 'Test help',
      to: 'a'.repeat(61),
      on: 'title:',
      what: /^title: /,
      mend: /at most 60/,
    },
    {
      title: 'no line at all',
      from: 'where:\n  - Go to the town hall.\n  - "Or here: {{ufficio:ufficio-chiuso}}"',
      to: 'where: []',
      on: 'where:',
      what: /^where: /,
      mend: /at least 1/,
    },
    {
      title: 'an unknown status',
      from: 'status: draft',
      to: 'status: done',
      on: 'status:',
      what: /^status: /,
      mend: /draft, reviewed/,
    },
    {
      title: 'a wording that YAML takes for a number',
      from: /^of: .*$/m,
      to: 'of: 12345678',
      on: 'of:',
      what: /^of: /,
      mend: /in quotes when it looks like a number/,
    },
    {
      title: 'a wording of another form',
      from: /^of: .*$/m,
      to: 'of: today',
      on: 'of:',
      what: /^of: eight hexadecimal digits/,
      mend: /./,
    },
    {
      title: 'reviewed without name and day',
      from: 'status: draft',
      to: 'status: reviewed',
      on: 'of:',
      what: /a reviewed translation has "reviewedBy" and "reviewedAt"/,
      mend: /./,
    },
    {
      title: 'reviewed without name',
      from: 'status: draft\nreviewedBy: null\nreviewedAt: null',
      to: "status: reviewed\nreviewedBy: null\nreviewedAt: '2026-11-20'",
      on: 'of:',
      what: /a reviewed translation has "reviewedBy" and "reviewedAt"/,
      mend: /./,
    },
    {
      title: 'a signed draft',
      from: 'reviewedBy: null',
      to: 'reviewedBy: mediatrice',
      on: 'of:',
      what: /a draft has neither/,
      mend: /./,
    },
    {
      title: 'a day that is none',
      from: 'status: draft\nreviewedBy: null\nreviewedAt: null',
      to: "status: reviewed\nreviewedBy: mediatrice\nreviewedAt: '2026-02-30'",
      on: 'reviewedAt:',
      what: /^reviewedAt: /,
      mend: /2026-11-23/,
    },
    {
      title: 'a line less',
      from: '  - Go to the town hall.\nneeded:',
      to: 'needed:',
      on: 'how:',
      what: /^"how" has 1 lines, the Italian 2$/,
      mend: /line by line/,
    },
    {
      title: 'a line more',
      from: 'where:\n  - Go',
      to: 'where:\n  - Be quick.\n  - Go',
      on: 'where:\n',
      what: /^"where" has 3 lines, the Italian 2$/,
      mend: /line by line/,
    },
    {
      title: 'a paper less',
      from: /items:\n.*\n.*\n.*\n/,
      to: 'items: []\n',
      on: 'needed:',
      what: /^"needed" has 1 lines, the Italian 2$/,
      mend: /line by line/,
    },
    {
      title: 'a number changed',
      from: '30 days',
      to: '13 days',
      on: 'how:',
      what: /^line 1 of "how" holds "figure:somma 13", the Italian "figure:somma 30"$/,
      mend: /each number/,
    },
    {
      title: 'a number dropped',
      from: 'within 30 days',
      to: 'within a month',
      on: 'how:',
      what: /^line 1 of "how" holds "figure:somma", the Italian "figure:somma 30"$/,
      mend: /each number/,
    },
    {
      title: 'a number in other digits',
      from: '30 days',
      to: '٣٠ days',
      on: 'how:',
      what: /^line 1 of "how" holds "figure:somma ٣٠", the Italian "figure:somma 30"$/,
      mend: /each number/,
    },
    {
      title: 'a number added',
      from: 'Test help',
      to: 'Test help 104',
      on: 'title:',
      what: /^line 1 of "title" holds "104", the Italian ""$/,
      mend: /no other/,
    },
    {
      title: 'an amount written by hand instead of its reference',
      from: '{{somma}}',
      to: '100 euros',
      on: 'how:',
      what: /^line 1 of "how" holds "100 30"/,
      mend: /\{\{reference\}\}/,
    },
    {
      title: 'a reference dropped',
      from: '{{somma}}',
      to: 'the money',
      on: 'how:',
      what: /^line 1 of "how" holds "30", the Italian "figure:somma 30"$/,
      mend: /\{\{reference\}\}/,
    },
    {
      title: 'the reference of an office dropped',
      from: '{{ufficio:ufficio-chiuso}}',
      to: 'the office',
      on: 'where:\n',
      what: /^line 2 of "where" holds "", the Italian "ufficio:ufficio-chiuso"$/,
      mend: /\{\{reference\}\}/,
    },
    {
      title: 'another reference',
      from: '{{ufficio:ufficio-chiuso}}',
      to: '{{numero:buono}}',
      on: 'where:\n',
      what: /^line 2 of "where" holds "numero:buono"/,
      mend: /no other/,
    },
    {
      title: 'lines in another order',
      from: '  - Ask for {{somma}} within 30 days.\n  - Go to the town hall.',
      to: '  - Go to the town hall.\n  - Ask for {{somma}} within 30 days.',
      on: 'how:',
      what: /^line 1 of "how" holds "", the Italian "figure:somma 30"$/,
      mend: /each number/,
    },
  ])('$title', async ({ from, to, on, what, mend }) => {
    const text = GOOD.replace(from, to);
    expect(text).not.toBe(GOOD);
    const { translations, missing, faults, warnings } = await load({
      'en/prova.yaml': text,
      'fr/prova.yaml': GOOD,
    });
    const fault = faults.find((one) => what.test(one.what));
    expect(fault, JSON.stringify(faults)).toMatchObject({
      file: 'en/prova.yaml',
      mend: expect.stringMatching(mend),
    });
    expect(text.slice(offsetOfLine(text, fault?.line ?? 0)).startsWith(on), `line ${fault?.line}`).toBe(true);
    expect(warnings).toEqual([]);
    expect(translations.get('en')?.has('prova')).toBe(false);
    expect(missing.get('en')).toEqual(['prova']);
    expect(translations.get('fr')?.has('prova')).toBe(true);
  });

  test('an empty file', async () => {
    const { translations, faults } = await load({ 'en/prova.yaml': '' });
    expect(faults).toEqual([
      {
        file: 'en/prova.yaml',
        line: 1,
        what: expect.stringMatching(/^the file: /),
        mend: expect.any(String),
      },
    ]);
    expect(translations.get('en')?.size).toBe(0);
  });

  test('all faults of all languages come at once', async () => {
    const { faults } = await load({
      'en/prova.yaml': GOOD.replace('30 days', '13 days').replace('Test help', 'Test help 104'),
      'fr/prova.yaml': GOOD.replace('title: Test help', 'title: 1').replace('status: draft', 'status: x'),
      'xx/prova.yaml': GOOD,
    });
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
      `en/prova.yaml:${lineWith(GOOD, 'title:')}`,
      `en/prova.yaml:${lineWith(GOOD, 'how:')}`,
      `fr/prova.yaml:${lineWith(GOOD, 'status:')}`,
      `fr/prova.yaml:${lineWith(GOOD, 'title:')}`,
      'xx:1',
    ]);
  });
});

function offsetOfLine(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, row) => sum + row.length + 1, 0);
}

describe('a translation of an older wording', () => {
  const [from, to] = ['entro 30 giorni', 'entro 20 giorni'];
  const changed = SHEET_TEXT.replace(from, to);

  test('is a warning that names the wording of today, and counts as missing', async () => {
    const today = sheetOf(changed);
    const { translations, missing, faults, warnings } = await load({ 'en/prova.yaml': GOOD }, [today]);
    expect(faults).toEqual([]);
    expect(warnings).toEqual([
      {
        file: 'en/prova.yaml',
        line: 1,
        what: `the Italian sheet has changed since: its wording is ${wordingOf(today)} now`,
        mend: expect.stringMatching(/write that in "of".*Italian is shown/),
      },
    ]);
    expect(translations.get('en')?.size).toBe(0);
    expect(missing.get('en')).toEqual(['prova']);
  });

  test.each([
    ['the title', 'title: Aiuto di prova', 'title: Aiuto nuovo', true],
    ['the short form', 'Non costa nulla.', 'Non costa niente.', true],
    ['a paper', 'what: La tua.', 'what: Quella tua.', true],
    ['where to go', '- Vai in Comune.\n- Oppure', '- Passa in Comune.\n- Oppure', true],
    ['a figure, which is filled in', 'value: 100 euro', 'value: 200 euro', false],
    ['what is not translated', '- Non si paga.', '- Non si paga mai.', false],
  ])('is one when %s changes: %s → %s, %s', async (_what, before, after, isOlder) => {
    const text = SHEET_TEXT.replace(before, after);
    expect(text).not.toBe(SHEET_TEXT);
    const { warnings } = await load({ 'en/prova.yaml': GOOD }, [sheetOf(text)]);
    expect(warnings).toHaveLength(isOlder ? 1 : 0);
  });

  test('is not shown: the answer is Italian, with the new number', async () => {
    const answerOf = async (sheet: string, language: Language) => {
      const folder = knowledgeFolder({ 'prova.md': sheet });
      folderWith({ 'en/prova.yaml': GOOD }, join(folder, 'translations'));
      const knowledge = await unlearnedLibrary(await writtenKnowledge(folder)).listen([]);
      return knowledge.answer('prova', 'how', 1_000, language);
    };
    expect(await answerOf(SHEET_TEXT, 'en')).toMatchObject({
      language: 'en',
      isReviewed: false,
      translatedTitle: 'Test help',
      text: '• Ask for 100 euro (dato 2026) within 30 days.\n• Go to the town hall.',
    });
    const later = await answerOf(changed, 'en');
    expect(later).toMatchObject({
      language: 'it',
      isReviewed: true,
      translatedTitle: null,
      text: '• Chiedi 100 euro (dato 2026) entro 20 giorni.\n• Vai in Comune.',
    });
    expect(later?.text).toBe((await answerOf(changed, 'it'))?.text);
  });
});
