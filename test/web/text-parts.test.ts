import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textParts } from '../../src/web/text-parts.ts';

const TELEPHONES = new Set(['112', '114', '1522', '19696', '116000', '0223272327', '800800112']);

function links(text: string, telephones = new Set<string>()): string[] {
  return textParts(text, telephones).flatMap((part) => (part.href === undefined ? [] : [part.href]));
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

test.each([
  ['In pericolo: 112. È gratis, giorno e notte.', ['tel:112']],
  ['In pericolo: 112 giorno e notte', ['tel:112']],
  ['Il 112 e il 1522 ci sono sempre.', ['tel:112', 'tel:1522']],
  ['Ti ascolta, ogni giorno dalle 9 alle 24: 02 2327 2327, ore 9-24', ['tel:0223272327']],
  ['Per un ragazzo: 1 96 96. Per chi non si trova: 116 000', ['tel:19696', 'tel:116000']],
  ['Il 1522 ha una chat, su 1522.eu. Poi c’è il sito 114.it.', ['tel:1522']],
  ['Registrati prima: 112sordi.it o 800 800 112', ['tel:800800112']],
  ['Leggi https://x.example/112: poi 112', ['https://x.example/112', 'tel:112']],
  ['დარეკე 112-ზე, დღე და ღამე. 1522-ს ჩატიც აქვს.', ['tel:112', 'tel:1522']],
  ['إذا كنت خائفا: 112 إذا كان الخطر الآن، و1522 للمساعدة', ['tel:112', 'tel:1522']],
  ['Në rrezik: 112 ditë e natë', ['tel:112']],
])('%s has telephones that we know', (text, expected) => {
  expect(links(text, TELEPHONES)).toEqual(expected);
});

test.each([
  'Costa 112 euro, o € 114, o 1.522 euro, o 112,50.',
  'Hai 112 giorni, 114 mesi o 1522 ore',
  'You have 112 days. Tu as 112 jours. Ai 112 zile. Ke 112 ditë.',
  'გაქვს 112 დღე. ღირს 114 ევრო. عندك 112 يوما. يكلف 114 يورو.',
  'Nel 1522, nell’anno 1522, سنة 1522',
  'La legge 112, il D.L. 112/2008, l’articolo 114, il 112%',
  'Via Roma 112, poi piazza della Libertà, 114',
  'Vale per il 3/11/2026 e per 112 114 euro',
  'Il codice A112 e il conto 800 800 112 114',
])('%s has none', (text) => {
  expect(links(text, TELEPHONES)).toEqual([]);
});

test('no character is lost or added, and no link is of another kind', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.string(), fc.constantFrom('https://a.b', ' chiama il ', '112', '☎️ ', '1.5', '\n')),
      ),
      (pieces) => {
        const text = pieces.join('');
        const parts = textParts(text, TELEPHONES);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts)
          if (href !== undefined) expect(href).toMatch(/^(?:https?:\/\/|tel:\+?\d{3,18}$)/);
      },
    ),
  );
});
