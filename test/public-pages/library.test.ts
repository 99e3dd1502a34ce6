import { expect, test } from 'vitest';
import { ManualClock } from '../../src/lib/clock.ts';
import { createPublicLibrary } from '../../src/public-pages/index.ts';
import { FIGURE_WORDS } from '../support/figure-words.ts';
import {
  WEB_TEST_NUMBERS,
  WEB_TEST_OFFICES,
  WEB_TEST_PHRASES,
  webTestSheets,
  webTestTranslations,
} from '../support/web-sheets.ts';

const clock = new ManualClock(new Date('2026-11-24T10:00:00Z'));
const parts = {
  figureWords: FIGURE_WORDS,
  sheets: webTestSheets(),
  translations: webTestTranslations(),
  phrases: WEB_TEST_PHRASES,
  numbers: WEB_TEST_NUMBERS,
  offices: WEB_TEST_OFFICES,
  clock,
};

test('everything it gives is filled in, also beside the sections', () => {
  const library = createPublicLibrary(parts);
  const [sheet] = library.sheets();
  expect(sheet?.summary).toBe('Dice quanto ha la tua famiglia. La soglia è 91.500 euro (dato 2026).');
  expect(sheet?.needed.items[0]?.cost).toBe('Chiedi 91.500 euro (dato 2026).');
  expect(JSON.stringify(library.sheets())).not.toMatch(/\{\{soglia|\{\{numero|\{\{ufficio/);
  expect(library.lines('isee-prova', 'where')).toEqual([
    'Oppure qui: Ufficio sicuro, via di Prova 1, telefono 080 000000, lunedì mattina',
    'Chiedi al tuo Comune.',
  ]);
  expect(library.lines('boh', 'where')).toEqual([]);
});

test('a line whose number is not there is left out, and the rest of the catalogue stays', () => {
  const library = createPublicLibrary({ ...parts, numbers: new Map() });
  expect(library.sheets()).toHaveLength(parts.sheets.length);
  expect(JSON.stringify(library.sheets())).not.toContain('Per un aiuto telefona');
});

test('contacts that may not be shown are in no list', () => {
  const library = createPublicLibrary(parts);
  const { numbers, offices } = library.contacts('isee-prova');
  expect(numbers.map(({ id }) => id)).toEqual(['numero-prova']);
  expect(offices.map(({ id }) => id)).toEqual(['ufficio-sicuro']);
});

test('the telephones are the numbers that may be published, as they are dialled', () => {
  const numbers = new Map(WEB_TEST_NUMBERS);
  const known = numbers.get('numero-prova');
  if (known === undefined) throw new Error('The test has lost its number');
  numbers.set('due', { ...known, say: '112sordi.it, 803 164 (da fisso) o 06 164 164' });
  expect([...createPublicLibrary({ ...parts, numbers }).telephones()]).toEqual(['112', '803164', '06164164']);
});

test('a translation is filled in its own language, and what is not confirmed is left out there too', () => {
  const library = createPublicLibrary(parts);
  expect(library.languages('isee-prova')).toEqual(['en', 'ro', 'ar']);
  const english = library.translation('isee-prova', 'en');
  expect(english).toMatchObject({ isReviewed: false, where: ['en: town hall.'] });
  expect(english?.short).toBe('en: short. 91.500 euro (figure for 2026).');
  expect(library.translation('isee-prova', 'ro')?.isReviewed).toBe(true);
  expect(library.translation('isee-prova', 'ka')).toBeNull();
  expect(library.translation('casa-prova', 'en')).toBeNull();
});

test('a figure says its year', () => {
  expect(createPublicLibrary(parts).figures('isee-prova')).toMatchObject([
    { id: 'soglia', year: 2026, text: '91.500 euro (dato 2026)' },
  ]);
});
