import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExamples } from '../../src/classifier/examples.ts';

test('messages keep the language, the hand and the classes of the heading above them', () => {
  const text =
    '\uFEFF# it a\r\n\r\nun messaggio\r\n  un altro  \r\n# en b2 · isee ,, legge-104,\r\na message\r\n';
  expect(parseExamples(text)).toEqual({
    faults: [],
    lines: [
      { text: 'un messaggio', language: 'it', hand: 'a', labels: [], line: 3 },
      { text: 'un altro', language: 'it', hand: 'a', labels: [], line: 4 },
      { text: 'a message', language: 'en', hand: 'b2', labels: ['isee', 'legge-104'], line: 6 },
    ],
  });
});

test.each(['', '\n\n  \n', '# it a\n', '# it a\n# en b\n'])('no message is no fault: %j', (text) => {
  expect(parseExamples(text)).toEqual({ lines: [], faults: [] });
});

describe('a heading of another form is named by its line, and what stands under it belongs to nobody', () => {
  test.each([
    ['no language', '# a'],
    ['no hand', '# it'],
    ['nothing at all', '#'],
    ['no space', '#it a'],
    ['two signs', '## it a'],
    ['a language in capitals', '# IT a'],
    ['a language of three letters', '# ita a'],
    ['a hand in capitals', '# it A'],
    ['three words', '# it a b'],
    ['a hyphen instead of the dot', '# it a - how'],
    ['a dot without spaces', '# it a·how'],
    ['a dot and no class', '# it a · '],
    ['a message that begins with the sign', '#isee come si fa?'],
  ])('%s', (_what, heading) => {
    const { lines, faults } = parseExamples(`# it a\nprima\n${heading}\ndopo\n# it b\ninfine`);
    expect(lines.map(({ text, hand }) => [text, hand])).toEqual([
      ['prima', 'a'],
      ['infine', 'b'],
    ]);
    expect(faults).toEqual([
      {
        line: 3,
        what: `the heading "${heading.trim()}" is not of the form "# it a"`,
        mend: expect.stringContaining('the language, the hand'),
      },
      {
        line: 4,
        what: 'a message stands under no heading',
        mend: expect.stringContaining('# it a'),
      },
    ]);
  });

  test('a long one is shown by its beginning', () => {
    const [fault] = parseExamples(`#${'x'.repeat(10_000)}`).faults;
    expect(fault?.what.length).toBeLessThan(100);
  });
});

test('a message before any heading is named, the others are read', () => {
  const { lines, faults } = parseExamples('smarrito\n\n# it a\ntrovato');
  expect(faults).toEqual([{ line: 1, what: 'a message stands under no heading', mend: expect.any(String) }]);
  expect(lines.map(({ text }) => text)).toEqual(['trovato']);
});

test('a message that stands twice in a file is named with the line of the first, and counts once', () => {
  const { lines, faults } = parseExamples('# it a\nuguale\naltro\n# en b\n  uguale');
  expect(lines.map(({ line }) => line)).toEqual([2, 3]);
  expect(faults).toEqual([{ line: 5, what: 'the same message stands on line 2', mend: expect.any(String) }]);
});

test('any text at all is read: each line is a message, a heading, a fault or blank', () => {
  const line = fc.oneof(
    fc.constantFrom('# it a', '# en b · isee', '# boh', '', 'ciao', '\t', '\u0000', '\uD800'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (written, end) => {
      const text = written.join(end);
      const { lines, faults } = parseExamples(text);
      const rows = text.split(/\r?\n/);
      for (const each of lines) expect(rows[each.line - 1]?.trim()).toBe(each.text);
      for (const { line: at, what, mend } of faults) {
        expect(rows[at - 1]?.trim()).not.toBe('');
        expect(what).not.toBe('');
        expect(mend).not.toBe('');
      }
      const named = [...lines, ...faults].map(({ line: at }) => at);
      expect(new Set(named).size).toBe(named.length);
    }),
  );
});
