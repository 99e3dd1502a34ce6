import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpeller, editDistance } from '../../src/knowledge/spelling.ts';
import { normalise, romanise, stem, wordsOf } from '../../src/lib/words.ts';

test('accents, capitals, apostrophes, lengthened letters and dotted acronyms make no difference', () => {
  expect(normalise('PERCHÉ L’I.S.E.E. È BLOCCATOOOO?')).toBe("perche l'isee e bloccato?");
  expect(wordsOf("dell'affitto, cos’è?")).toEqual(['dell', 'affitto', 'cos', 'e']);
});

test('Arabic and Georgian words keep their letters, and meet their other spellings', () => {
  expect(stem(wordsOf('الإيجار')[0] ?? '')).toBe(stem(wordsOf('ايجار')[0] ?? ''));
  expect(romanise('ქირა')).toBe('kira');
});

test('the forms of a word meet under one stem; short words do not meet longer ones', () => {
  for (const forms of [
    ['anziano', 'anziani', 'anziana'],
    ['bolletta', 'bollette'],
    ['contributo', 'contributi'],
    ['disabile', 'disabili'],
  ]) {
    expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
  }
  expect(stem('cas')).not.toBe(stem('casa'));
  expect(stem('rifare')).not.toBe(stem('rifiuti'));
});

test('a slip of the pen finds its word, another word does not', () => {
  const speller = createSpeller([
    'accompagnamento',
    'bolletta',
    'affitto',
    'badante',
    'sfratto',
    'invalidità',
  ]);
  expect(speller.correct('acompagniamento')).toBe('accompagnamento');
  expect(speller.correct('boleta')).toBe('bolletta');
  expect(speller.correct('afitto')).toBe('affitto');
  expect(speller.correct('badnate')).toBe('badante');
  expect(speller.correct('sfrato')).toBe('sfratto');
  expect(speller.correct('bolletta')).toBeNull();
  expect(speller.correct('pallone')).toBeNull();
  expect(speller.correct('effetto')).toBeNull();
});

test('edit distance is a distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(editDistance(one, one, 9)).toBe(0);
      expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9));
      expect(editDistance(one, other, 9)).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});

test('any text at all can be read, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const words = wordsOf(text);
      expect(wordsOf(words.join(' '))).toEqual(words);
    }),
  );
});
