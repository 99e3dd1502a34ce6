import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textParts } from '../../src/web/text-parts.ts';

function links(text: string): string[] {
  return textParts(text).flatMap((part) => (part.href === undefined ? [] : [part.href]));
}

test.each([
  ['Chiama il 112.', ['tel:112']],
  ['Chiama il 112 o il 1522.', ['tel:112', 'tel:1522']],
  ['☎️ 080 462 5229', ['tel:0804625229']],
  ['Telefono: +39 080 4625229', ['tel:+390804625229']],
  ['Numero verde 800 123 456', ['tel:800123456']],
  ['Chiama il 116117 (24 ore)', ['tel:116117']],
  ['Telefona allo 080/4625229 dalle 9.00 alle 12.00', ['tel:0804625229']],
  ['Call 112 now', ['tel:112']],
  ['Leggi qui: https://x.example/servizi/isee.', ['https://x.example/servizi/isee']],
  ['(https://x.example/a?b=1)', ['https://x.example/a?b=1']],
  ['Chiama il 112 o leggi http://x.example/2026', ['tel:112', 'http://x.example/2026']],
])('%s leads somewhere', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  'Costa 112 euro.',
  'Chiama per avere 112 euro al mese',
  'Il limite è 91.500 euro (dato 2026).',
  'Hai 30 giorni.',
  'Chiama entro 30 giorni',
  'javascript:alert(1) data:text/html,x',
  'Nel 1522 era diverso',
  'Telefona dalle 9.00 alle 12.30, fino al 03/12/2026 o al 12 dicembre 2026',
  'Chiama per i 120,50 euro',
])('%s leads nowhere', (text) => {
  expect(links(text)).toEqual([]);
});

test('no character is lost or added, and no link is of another kind', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.constantFrom('https://a.b', ' chiama il ', '112', '☎️ ', '1.5', '\n')),
      ),
      (pieces) => {
        const text = pieces.join('');
        const parts = textParts(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts)
          if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|tel:\+?\d{3,18}$)/);
      },
    ),
  );
});
