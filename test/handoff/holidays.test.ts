import { expect, test } from 'vitest';
import { easterOf, HOLIDAYS, holidayOn, holidaysOf } from '../../src/handoff/holidays.ts';
import { weekdayOf } from '../../src/handoff/local-time.ts';

test.each([
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2030, '2030-04-21'],
  [2035, '2035-03-25'],
  // The latest and the earliest day there is.
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i', (year, day) => {
  expect(easterOf(year)).toBe(day);
});

test('Easter is a Sunday between 22 March and 25 April', () => {
  for (let year = 1600; year < 4100; year++) {
    const easter = easterOf(year);
    expect(weekdayOf(easter)).toBe('sunday');
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
  }
});

test('the holidays of 2027, by name', () => {
  expect(Object.fromEntries(holidaysOf(2027))).toEqual({
    '2027-01-01': 'new-year',
    '2027-01-06': 'epiphany',
    '2027-03-28': 'easter',
    '2027-03-29': 'easter-monday',
    '2027-04-25': 'liberation',
    '2027-05-01': 'labour',
    '2027-06-02': 'republic',
    '2027-08-15': 'assumption',
    '2027-10-04': 'saint-francis',
    '2027-11-01': 'all-saints',
    '2027-12-08': 'immaculate-conception',
    '2027-12-25': 'christmas',
    '2027-12-26': 'saint-stephen',
  });
  expect(new Set(holidaysOf(2027).values())).toEqual(new Set(HOLIDAYS));
});

test('4 October is a holiday from 2026 on (legge 151/2025)', () => {
  expect(holidayOn('2025-10-04')).toBeNull();
  expect(holidayOn('2026-10-04')).toBe('saint-francis');
  expect(holidayOn('2031-10-04')).toBe('saint-francis');
});

test('days that are holidays no more, or of one town, are not of the nation', () => {
  for (const day of ['2027-03-19', '2027-06-29', '2027-11-04', '2027-05-06', '2027-05-27', '2027-12-24']) {
    expect(holidayOn(day), day).toBeNull();
  }
});

test('two holidays on one day make one closed day', () => {
  expect(holidayOn('2038-04-25')).not.toBeNull();
  expect(holidayOn('2011-04-25')).not.toBeNull();
});
