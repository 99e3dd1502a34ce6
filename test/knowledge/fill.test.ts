import { expect, test } from 'vitest';
import { byId } from '../../src/knowledge/contacts.ts';
import { fill, renderFigure } from '../../src/knowledge/fill.ts';
import type { Figure } from '../../src/knowledge/sheet.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { dayInItaly } from '../../src/lib/today.ts';
import { FIGURE_WORDS } from '../support/figure-words.ts';

const FIGURE: Figure = {
  id: 'soglia',
  label: 'Soglia',
  value: '91.500 euro',
  kind: 'soglia',
  year: 2026,
  validUntil: '2026-12-31',
  sources: ['s1'],
  confidence: 'high',
};
const SHEET = { slug: 'prova', figures: [FIGURE] };
const NUMBERS = byId([
  { id: 'buono', number: '1522', say: '1522', name: 'x', publish: true, confidence: 'high' as const },
  { id: 'chiuso', number: '1', say: '1', name: 'x', publish: false, confidence: 'high' as const },
  { id: 'incerto', number: '2', say: '2', name: 'x', publish: true, confidence: 'low' as const },
]);
const SIGNED = { confirmedBy: 'assistente sociale', confirmedOn: '2026-11-20' };
const office = (id: string, more: object) => ({
  id,
  name: 'Ufficio',
  kind: 'other',
  address: 'via Roma 1',
  phone: null,
  confidence: 'high' as const,
  verify_before_use: false,
  ...SIGNED,
  ...more,
});
const OFFICES = byId([
  office('aperto', { hours: 'lunedì 9-12' }),
  office('non-firmato', { confirmedBy: null }),
  office('da-controllare', { verify_before_use: true }),
  office('senza-dati', { address: null }),
]);

const ITALIAN = FIGURE_WORDS.it;
const fillingOn = (today: string) => ({ numbers: NUMBERS, offices: OFFICES, today, figureWords: ITALIAN });

test('a figure is sure until its last day, then it is an old figure', () => {
  const clock = new ManualClock(new Date('2026-12-31T22:59:00Z'));
  const shown = () => fill('Fino a {{soglia}}.', SHEET, fillingOn(dayInItaly(clock.now())));
  expect(shown()).toBe('Fino a 91.500 euro (dato 2026).');
  clock.advance(60_000);
  expect(shown()).toBe('Fino a 91.500 euro (dato del 2026, chiedi conferma).');
});

test('without a last day the year decides; without a year the law has fixed it', () => {
  const { validUntil: _, ...open } = FIGURE;
  expect(renderFigure(open, '2026-12-31', ITALIAN)).toBe('91.500 euro (dato 2026)');
  expect(renderFigure(open, '2027-01-01', ITALIAN)).toBe('91.500 euro (dato del 2026, chiedi conferma)');
  expect(renderFigure({ ...open, year: null }, '2040-01-01', ITALIAN)).toBe('91.500 euro');
});

test('a number or an office that may not be shown takes its whole line away', () => {
  const lines = ['numero:buono', 'numero:chiuso', 'numero:incerto', 'numero:mai-visto'].map((reference) =>
    fill(`Chiama {{${reference}}}`, SHEET, fillingOn('2026-11-24')),
  );
  expect(lines).toEqual(['Chiama 1522', null, null, null]);
  const offices = ['aperto', 'non-firmato', 'da-controllare', 'senza-dati', 'mai-visto'].map((id) =>
    fill(`Vai qui: {{ufficio:${id}}}`, SHEET, fillingOn('2026-11-24')),
  );
  expect(offices).toEqual(['Vai qui: Ufficio, via Roma 1, lunedì 9-12', null, null, null, null]);
});

test("an unknown figure is a programmer's mistake", () => {
  expect(() => fill('{{boh}}', SHEET, fillingOn('2026-11-24'))).toThrow(/no figure "boh"/);
});
