import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedList, splitText, utf8Bytes } from '../../src/channels/text.ts';

test('a short text stays one', () => {
  expect(splitText('ciao', 10, 3)).toEqual(['ciao']);
});

test.each([
  ['paragraphs', 'Uno. Due.\nTre.\n\nQuattro', 20, ['Uno. Due.\nTre.', 'Quattro']],
  ['lines', 'Uno. Due.\nTre. Quattro', 14, ['Uno. Due.', 'Tre. Quattro']],
  ['sentences', 'Uno due. Tre quattro', 14, ['Uno due.', 'Tre quattro']],
  ['words', 'uno due tre quattro', 12, ['uno due tre', 'quattro']],
  ['letters', 'unoduetrequattro', 10, ['unoduetreq', 'uattro']],
])('is cut between %s', (_, text, limit, parts) => {
  expect(splitText(text, limit, 3)).toEqual(parts);
});

test('a phone number is not cut at its spaces', () => {
  expect(splitText('chiama il 080 555 1234', 18, 3)).toEqual(['chiama il', '080 555 1234']);
});

test('a finer cut is taken when the parts would not suffice', () => {
  expect(splitText('a\n\nbbb bbb bbb bbb', 10, 2)).toEqual(['a\n\nbbb bbb', 'bbb bbb']);
});

test('a family stays together', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(splitText(`aaa${family}`, family.length + 1, 2)).toEqual(['aaa', family]);
});

test('what cannot fit is not shortened', () => {
  expect(splitText('x'.repeat(31), 10, 3)).toBeNull();
  expect(splitText('x'.repeat(30), 10, 3)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(10)]);
});

test('every part fits, and nothing but white space is lost', () => {
  const piece = fc.oneof(
    fc.constantFrom(' ', '\n', '\n\n', '. ', '👍🏽', '12 34'),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 80 }), (written, limit) => {
      const parts = splitText(written, limit, 3);
      if (parts === null) {
        expect(written.length).toBeGreaterThan(limit);
        return;
      }
      expect(parts.length).toBeLessThanOrEqual(3);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(limit);
        expect(part.isWellFormed() || !written.isWellFormed()).toBe(true);
      }
      expect(parts.join('').replace(/\s/g, '')).toBe(written.replace(/\s/g, ''));
    }),
  );
});

test('lists and bytes', () => {
  expect(numberedList(['Sì', 'No'])).toBe('1. Sì\n2. No');
  expect(utf8Bytes('è👍')).toBe(6);
});
