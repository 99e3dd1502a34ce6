import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRISIS_KINDS } from '../../src/safety/crisis.ts';
import { loadCries } from '../../src/safety/load-cries.ts';
import { folderWith } from '../support/folder-with.ts';

/** A message of every kind, so that only what a test spoils is at fault. */
const GOOD: Readonly<Record<string, string>> = Object.fromEntries(
  CRISIS_KINDS.map((kind) => [`${kind}.txt`, `# it a · now\n${kind} adesso\n# en b · soon\n${kind} soon\n`]),
);

async function load(files: Readonly<Record<string, string>>) {
  const folder = folderWith(files);
  const { examples, faults } = await loadCries(folder);
  return {
    examples,
    faults: faults.map(({ file, ...fault }) => ({ file: file.slice(folder.length + 1), ...fault })),
  };
}

test('each message has the kind of its file and the urgency of its heading; calm ones have neither', async () => {
  const { examples, faults } = await load({
    ...GOOD,
    'calm.txt': '# it a\nmuoio dal ridere\n',
    'README.md': 'Le richieste di aiuto.',
  });
  expect(faults).toEqual([]);
  expect(examples).toHaveLength(2 * CRISIS_KINDS.length + 1);
  for (const kind of CRISIS_KINDS) {
    const own = examples.filter(({ file }) => file.endsWith(`${kind}.txt`));
    expect(own.map(({ cry, language, line }) => [cry, language, line])).toEqual([
      [`${kind}/now`, 'it', 2],
      [`${kind}/soon`, 'en', 4],
    ]);
  }
  expect(examples.find(({ cry }) => cry === 'calm')?.text).toBe('muoio dal ridere');
});

test('a folder that is not there is an error: without it a cry could be missed', async () => {
  await expect(loadCries(join(folderWith({}), 'mai-vista'))).rejects.toThrow(/ENOENT/);
});

test('every kind without a message is named by the file that lacks it', async () => {
  const { examples, faults } = await load({ 'calm.txt': '# it a\ntutto bene' });
  expect(faults).toEqual(
    CRISIS_KINDS.map((kind) => ({
      file: `${kind}.txt`,
      line: 1,
      what: 'there is no message of this kind',
      mend: expect.stringMatching(/./),
    })),
  );
  expect(examples).toHaveLength(1);
});

describe('a bad file is named with line, what and mend', () => {
  test.each([
    {
      title: 'unknown kind',
      file: 'fire.txt',
      text: '# it a · now\nuna richiesta',
      line: 1,
      what: '"fire.txt" is not a kind of danger',
      mend: /calm\.txt, or one of: .*violence/,
    },
    {
      title: 'no urgency',
      file: 'medical.txt',
      text: `${GOOD['medical.txt']}# it a\nuna richiesta`,
      line: 6,
      what: 'the heading above says ""',
      mend: /"# it a · now", or "soon"/,
    },
    {
      title: 'unknown urgency',
      file: 'medical.txt',
      text: `${GOOD['medical.txt']}# it a · later\nuna richiesta`,
      line: 6,
      what: 'the heading above says "later"',
      mend: /"# it a · now", or "soon"/,
    },
    {
      title: 'two urgencies',
      file: 'medical.txt',
      text: `${GOOD['medical.txt']}# it a · now, soon\nuna richiesta`,
      line: 6,
      what: 'the heading above says "now, soon"',
      mend: /"# it a · now", or "soon"/,
    },
    {
      title: 'an urgency among calm ones',
      file: 'calm.txt',
      text: '# it a\ntutto bene\n# it a · now\nuna richiesta',
      line: 4,
      what: 'the heading above says "now"',
      mend: /only "# it a"/,
    },
    {
      title: 'a message without a heading',
      file: 'violence.txt',
      text: `una richiesta\n${GOOD['violence.txt']}`,
      line: 1,
      what: 'a message stands under no heading',
      mend: /# it a/,
    },
    {
      title: 'the same message twice',
      file: 'violence.txt',
      text: `${GOOD['violence.txt']}violence adesso`,
      line: 5,
      what: 'the same message stands on line 2',
      mend: /away/,
    },
  ])('$title', async ({ file, text, line, what, mend }) => {
    const { examples, faults } = await load({ ...GOOD, [file]: text });
    expect(faults).toEqual([{ file, line, what, mend: expect.stringMatching(mend) }]);
    expect(examples.map((example) => example.text)).not.toContain('una richiesta');
    for (const kind of CRISIS_KINDS) {
      expect(examples.map(({ cry }) => cry)).toEqual(expect.arrayContaining([`${kind}/now`, `${kind}/soon`]));
    }
  });

  test('a heading without language takes its messages away, and then the kind has none', async () => {
    const { faults } = await load({ ...GOOD, 'threat.txt': '# a · now\nuna richiesta' });
    expect(faults.map(({ file, line, what }) => [file, line, what])).toEqual([
      ['threat.txt', 1, 'the heading "# a · now" is not of the form "# it a"'],
      ['threat.txt', 2, 'a message stands under no heading'],
      ['threat.txt', 1, 'there is no message of this kind'],
    ]);
  });
});
