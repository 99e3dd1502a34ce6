import { expect, test } from 'vitest';
import { ManualClock } from '../../src/lib/clock.ts';
import { createPublicLibrary } from '../../src/public-pages/index.ts';
import { WEB_TEST_NUMBERS, WEB_TEST_OFFICES, webTestSheets } from '../support/web-sheets.ts';

const clock = new ManualClock(new Date('2026-11-24T10:00:00Z'));
const parts = { sheets: webTestSheets(), numbers: WEB_TEST_NUMBERS, offices: WEB_TEST_OFFICES, clock };

test('everything it gives is filled in, also beside the sections', () => {
  const library = createPublicLibrary(parts);
  const [sheet] = library.sheets();
  expect(sheet?.summary).toBe('Dice quanto ha la tua famiglia. La soglia è 91.500 euro (dato 2026).');
  expect(sheet?.needed.items[0]?.cost).toBe('Chiedi 91.500 euro (dato 2026).');
  expect(JSON.stringify(library.sheets())).not.toMatch(/\{\{soglia|\{\{numero|\{\{ufficio/);
  expect(library.lines('isee-prova', 'where')).toEqual(['Chiedi al tuo Comune.']);
  expect(library.lines('boh', 'where')).toEqual([]);
});

test('a line whose number is not there is left out, and the rest of the catalogue stays', () => {
  const library = createPublicLibrary({ ...parts, numbers: new Map() });
  expect(library.sheets()).toHaveLength(parts.sheets.length);
  expect(JSON.stringify(library.sheets())).not.toContain('Per un aiuto telefona');
});
