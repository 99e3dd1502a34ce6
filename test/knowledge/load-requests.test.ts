import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRequests } from '../../src/knowledge/load-requests.ts';
import { folderWith } from '../support/folder-with.ts';

const KNOWN = { slugs: new Set(['isee', 'legge-104']), offices: new Set(['anagrafe']) };

async function load(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  const { faults, ...read } = await loadRequests(folder, KNOWN);
  const named = faults.map(({ file, ...fault }) => ({ file: file.slice(folder.length + 1), ...fault }));
  return { ...read, folder, faults: named };
}

test('each file says what its messages are about', async () => {
  const { examples, faults, folder } = await load({
    'sheets/isee.txt':
      '# it a\nmi serve il foglio\n# en b · how\nhow do I get it\n# it a · nothing\nsono solo',
    'offices/anagrafe.txt': '# it a\ncarta di identità\n',
    'none.txt': '# it a\nche tempo fa\n',
    'unclear.txt': '# it a · isee, legge-104\nil foglio per la 104\n',
    'README.md': 'Le richieste.',
    'sheets/README.md': 'Le schede.',
  });
  expect(faults).toEqual([]);
  expect(examples.map(({ text, matters, asked }) => [text, matters, asked])).toEqual([
    ['mi serve il foglio', ['sheet/isee'], undefined],
    ['how do I get it', ['sheet/isee'], 'how'],
    ['sono solo', ['sheet/isee'], 'nothing'],
    ['carta di identità', ['office/anagrafe'], undefined],
    ['che tempo fa', ['none'], undefined],
    ['il foglio per la 104', ['sheet/isee', 'sheet/legge-104'], undefined],
  ]);
  expect(examples[0]).toMatchObject({
    file: join(folder, 'sheets/isee.txt'),
    line: 2,
    language: 'it',
    hand: 'a',
  });
});

test('a folder that is not there is empty', async () => {
  const { examples, faults } = await loadRequests(join(folderWith({}), 'mai-vista'), KNOWN);
  expect({ examples, faults }).toEqual({ examples: [], faults: [] });
});

describe('a bad file is named with line, what and mend; the good lines of the others are read', () => {
  test.each([
    {
      title: 'unknown slug',
      file: 'sheets/mai-vista.txt',
      text: '# it a\nuna richiesta',
      line: 1,
      what: 'there is no sheet "mai-vista"',
      mend: /Rename/,
    },
    {
      title: 'unknown office',
      file: 'offices/isee.txt',
      text: '# it a\nuna richiesta',
      line: 1,
      what: 'there is no office "isee"',
      mend: /Rename/,
    },
    {
      title: 'unknown file name',
      file: 'nessuno.txt',
      text: '# it a\nuna richiesta',
      line: 1,
      what: 'no requests belong in a file of this name',
      mend: /none\.txt, unclear\.txt/,
    },
    {
      title: 'a sheet outside of its folder',
      file: 'isee.txt',
      text: '# it a\nuna richiesta',
      line: 1,
      what: 'no requests belong in a file of this name',
      mend: /sheets\/SLUG\.txt/,
    },
    {
      title: 'unknown aspect',
      file: 'sheets/isee.txt',
      text: '# it a · how\nbuona\n\n# it a · price\nuna richiesta',
      line: 5,
      what: 'the heading above says "price"',
      mend: /one of: what, who, .*status, nothing/,
    },
    {
      title: 'two aspects',
      file: 'offices/anagrafe.txt',
      text: '# it a · how, cost\nuna richiesta',
      line: 2,
      what: 'the heading above says "how, cost"',
      mend: /one of: what/,
    },
    {
      title: "an aspect that is nobody's matter",
      file: 'none.txt',
      text: '# it a · isee\nuna richiesta',
      line: 2,
      what: 'the heading above says "isee"',
      mend: /one of: what/,
    },
    {
      title: 'one slug in unclear.txt',
      file: 'unclear.txt',
      text: '# it a · isee\nuna richiesta',
      line: 2,
      what: 'the heading above says "isee"',
      mend: /two or more slugs/,
    },
    {
      title: 'no slug in unclear.txt',
      file: 'unclear.txt',
      text: '# it a\nuna richiesta',
      line: 2,
      what: 'the heading above says ""',
      mend: /two or more slugs/,
    },
    {
      title: 'an unknown slug in unclear.txt',
      file: 'unclear.txt',
      text: '# it a · isee, mai-vista\nuna richiesta',
      line: 2,
      what: 'the heading above says "isee, mai-vista"',
      mend: /two or more slugs/,
    },
    {
      title: 'an office in unclear.txt',
      file: 'unclear.txt',
      text: '# it a · isee, anagrafe\nuna richiesta',
      line: 2,
      what: 'the heading above says "isee, anagrafe"',
      mend: /two or more slugs/,
    },
    {
      title: 'a message without a heading',
      file: 'none.txt',
      text: 'una richiesta',
      line: 1,
      what: 'a message stands under no heading',
      mend: /# it a/,
    },
    {
      title: 'the same message twice',
      file: 'sheets/legge-104.txt',
      text: '# it a\nuguale\n# it b · how\nuguale',
      line: 4,
      what: 'the same message stands on line 2',
      mend: /away/,
    },
  ])('$title', async ({ file, text, line, what, mend }) => {
    const good = file === 'sheets/isee.txt' ? {} : { 'sheets/isee.txt': '# it a\nbuona' };
    const { examples, faults } = await load({ ...good, [file]: text });
    expect(faults).toEqual([{ file, line, what, mend: expect.stringMatching(mend) }]);
    expect(examples.map((example) => example.text)).toContain('buona');
    expect(examples.map((example) => example.text)).not.toContain('una richiesta');
  });

  test('a heading without language, and what it leaves without a heading', async () => {
    const { examples, faults } = await load({ 'sheets/isee.txt': '# a · how\nuna\ndue\n# it a\nbuona' });
    expect(faults.map(({ file, line, what }) => [file, line, what])).toEqual([
      ['sheets/isee.txt', 1, 'the heading "# a · how" is not of the form "# it a"'],
      ['sheets/isee.txt', 2, 'a message stands under no heading'],
      ['sheets/isee.txt', 3, 'a message stands under no heading'],
    ]);
    for (const { mend } of faults) expect(mend).not.toBe('');
    expect(examples.map(({ text }) => text)).toEqual(['buona']);
  });

  test('all faults of all files come at once', async () => {
    const { faults } = await load({
      'sheets/mai-vista.txt': '# it a\nuna',
      'sheets/isee.txt': '# it a · boh\nuna\ndue',
      'unclear.txt': '# it a · isee\nuna',
      'altro.txt': '',
    });
    expect(faults.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      'altro.txt:1',
      'sheets/isee.txt:2',
      'sheets/isee.txt:3',
      'sheets/mai-vista.txt:1',
      'unclear.txt:2',
    ]);
  });
});
