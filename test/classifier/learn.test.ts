import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnModel } from '../../src/classifier/lesson.ts';
import { decodeModel, encodeModel } from '../../src/classifier/model.ts';
import { bestOf, readWith, wholeOf } from './reading.ts';
import { SAID, smallLesson } from './small-lesson.ts';

const model = learnModel(smallLesson());

test.each(Object.entries(SAID))('what was learnt is known again: %s', (name, texts) => {
  for (const text of texts) expect(bestOf(model, text), text).toBe(name);
});

test.each([
  ['casa', 'mi serve una casa'],
  ['casa', 'AFFITTO TROPPO CARO!!!'],
  ['casa', 'nn trovo ksa'],
  ['casa', 'l’afffitto'],
  ['lavoro', 'dove trovo lavoro?'],
  ['lavoro', 'mio marito è disoccupato'],
  ['lavoro', 'vorrei lavorare'],
  ['salute', 'sono tanto malata'],
  ['salute', 'devo fare una visita medica'],
])('messages that were not learnt are told apart: %s, "%s"', (name, text) => {
  expect(bestOf(model, text)).toBe(name);
});

test('the same lesson gives the same model, byte for byte', () => {
  expect(wholeOf(learnModel(smallLesson()))).toBe(wholeOf(model));
});

test('another lesson gives another model', () => {
  expect(wholeOf(learnModel(smallLesson({ ...SAID, casa: ['cerco una casa'] })))).not.toBe(wholeOf(model));
});

test('a message of two classes speaks for both of them', () => {
  const { messages, ...rest } = smallLesson();
  const shared = learnModel({
    ...rest,
    messages: [
      ...messages,
      ...['aiuto con la domanda', 'la domanda', 'una domanda nuova'].map((text) => ({
        text,
        classes: ['casa', 'salute'],
        weight: 1,
      })),
    ],
  });
  const [casa = 0, lavoro = 0, salute = 0] = readWith(shared, 'domanda').shares;
  expect(Math.min(casa, salute)).toBeGreaterThan(2 * lavoro);
});

test('what an expression means is learnt beside its words', () => {
  const { messages, ...rest } = smallLesson();
  const hinted = learnModel({
    ...rest,
    messages: messages.map((message) =>
      message.classes.includes('casa') ? { ...message, hints: [{ key: 'casa.', weight: 1 }] } : message,
    ),
  });
  expect(wholeOf(hinted)).not.toBe(wholeOf(model));
});

describe('lessons with little in them', () => {
  const { options, spellings } = smallLesson();

  test('nothing to learn', () => {
    const empty = learnModel({ classes: [], messages: [], spellings, options });
    expect(readWith(empty, 'casa')).toEqual({ scores: [], shares: [] });
  });

  test('classes without a message are all alike', () => {
    const none = learnModel({ classes: ['uno', 'due'], messages: [], spellings, options });
    expect(readWith(none, 'casa').shares).toEqual([0.5, 0.5]);
  });

  test('a message of no known class teaches nothing', () => {
    const { messages, ...rest } = smallLesson();
    const stray = { text: 'cerco una casa', classes: ['mai-vista'], weight: 1 };
    expect(wholeOf(learnModel({ ...rest, messages: [...messages, stray] }))).toBe(wholeOf(model));
  });

  test('messages without a word leave finite scores', () => {
    const blank = learnModel({
      classes: ['uno', 'due'],
      messages: ['', '👍', '\uD800', '\u0000', 'casa'].map((text) => ({ text, classes: ['uno'], weight: 1 })),
      spellings,
      options,
    });
    for (const text of ['', '👍', 'casa']) expectFinite(readWith(blank, text));
  });
});

function expectFinite({ scores, shares }: ReturnType<typeof readWith>): void {
  expect(scores.every(Number.isFinite), `scores ${scores}`).toBe(true);
  expect(
    shares.every((share) => share >= 0 && share <= 1),
    `shares ${shares}`,
  ).toBe(true);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
}

const MANY = 100_000;

describe('a hostile text gives finite scores', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \t\n\r\u00a0\u2028'],
    ['100 000 times one letter', 'a'.repeat(MANY)],
    ['100 000 characters in one word', 'casalavoro'.repeat(MANY / 10)],
    ['100 000 characters in words', 'casa '.repeat(MANY / 5)],
    ['100 000 characters in words that all differ', distinctWords(MANY)],
    ['100 000 apostrophes', '’'.repeat(MANY)],
    ['100 000 dotted letters', 'a.'.repeat(MANY / 2)],
    ['100 000 accents on one letter', `a${'\u0301'.repeat(MANY)}`],
    ['100 000 emoji', '😀'.repeat(MANY)],
    ['emoji only', '😭🙏👨‍👩‍👧🏽🇮🇹'],
    ['a high surrogate alone', '\uD83D'],
    ['a low surrogate alone', '\uDE00'],
    ['surrogates the wrong way round', 'casa \uDE00\uD83D lavoro'],
    ['100 000 lone surrogates', '\uD800'.repeat(MANY)],
    ['control characters', Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')],
    ['control characters within words', 'ca\u0000sa la\u0007vo\u001bro'],
    ['directions and joiners', '\u202Ecasa\u202D\u200B\u200D\uFEFF'],
    ['letters of other scripts', 'ქირა إيجار оренда 家賃 किराया'],
    ['digits of other scripts', '٣٠ ３０ ②'],
    ['one letter that becomes many', '\uFDFA'.repeat(5_000)],
  ])('%s', (_what, text) => {
    expectFinite(readWith(model, text));
  });

  test('any run of UTF-16 units', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });
    fc.assert(fc.property(units, (codes) => expectFinite(readWith(model, String.fromCharCode(...codes)))));
  });

  test('what comes after a very long text does not matter, what comes first does', () => {
    const filler = 'altro '.repeat(MANY / 6);
    expect(bestOf(model, `cerco una casa in affitto ${filler}`)).toBe('casa');
    expect(readWith(model, `${filler} casa affitto`)).toEqual(readWith(model, filler));
  });
});

function distinctWords(length: number): string {
  return Array.from({ length: length / 10 }, (_, place) => place.toString(36).padStart(9, 'q')).join(' ');
}

describe('a model as bytes', () => {
  const bytes = encodeModel(model, 'key');

  test('is read back as it was, and only under its key', () => {
    const read = decodeModel(bytes, 'key');
    if (read === null) throw new Error('The model was not read back.');
    expect(wholeOf(read)).toBe(wholeOf(model));
    expect(readWith(read, 'cerco una casa')).toEqual(readWith(model, 'cerco una casa'));
    expect(decodeModel(bytes, 'another key')).toBeNull();
  });

  test('is read back from within a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    const read = decodeModel(larger.subarray(3, 3 + bytes.length), 'key');
    expect(read === null ? null : wholeOf(read)).toBe(wholeOf(model));
  });

  test('cut anywhere, or with something after it, is no model', () => {
    const cuts = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(fc.property(cuts, (length) => decodeModel(bytes.subarray(0, length), 'key') === null));
    expect(decodeModel(Buffer.concat([bytes, Buffer.from('x')]), 'key')).toBeNull();
  });

  test('bytes of something else are no model', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (other) => decodeModel(other, 'key') === null));
    for (const header of [
      '',
      '{',
      'null',
      '[]',
      '{"key":"key"}',
      '{"key":"key","classes":[],"features":-1}',
    ]) {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(Buffer.byteLength(header));
      expect(decodeModel(Buffer.concat([bytes.subarray(0, 8), size, Buffer.from(header)]), 'key')).toBeNull();
    }
  });
});
