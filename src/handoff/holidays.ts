/**
 * The holidays of the whole of Italy, on which public offices are closed. Sources:
 * - legge 27 maggio 1949, n. 260, art. 1 and 2: the list, and "il giorno di lunedì dopo Pasqua";
 * - legge 5 marzo 1977, n. 54, art. 1: San Giuseppe, Ascensione, Corpus Domini, Santi Pietro e Paolo and 4 November are none
 *   any more (the last again by legge 1 marzo 2024, n. 27, art. 1 c. 2); it took away the Epiphany and 2 June too, but:
 * - DPR 28 dicembre 1985, n. 792: the Epiphany again (29 June is a holiday of Rome only: a local one);
 * - legge 20 novembre 2000, n. 336: 2 June again, from 2001;
 * - legge 8 ottobre 2025, n. 151 (in force from 1 January 2026): 4 October.
 * The list holds from 2001 on; the single day of 17 March 2011 is left out.
 */
import { addDays, type Day } from './local-time.ts';

export const HOLIDAYS = [
  'new-year',
  'epiphany',
  'easter',
  'easter-monday',
  'liberation',
  'labour',
  'republic',
  'assumption',
  'saint-francis',
  'all-saints',
  'immaculate-conception',
  'christmas',
  'saint-stephen',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** The first 4 October that is a holiday: legge 151/2025. */
const SAINT_FRANCIS_SINCE = 2026;

/** The national holiday that a day is, or null. Sundays are not in the list: the hours of the office tell. */
export function holidayOn(day: Day): Holiday | null {
  return holidaysOf(Number(day.slice(0, 4))).get(day) ?? null;
}

/**
 * The holidays of a year. Easter is one as a Sunday only; it is named so that an office with hours on Sunday is not said
 * to be open on it. Two may fall on one day (Easter Monday on 25 April): the day then has one name.
 */
export function holidaysOf(year: number): ReadonlyMap<Day, Holiday> {
  const easter = easterOf(year);
  const days: [Day, Holiday][] = [
    [easter, 'easter'],
    [addDays(easter, 1), 'easter-monday'],
    [`${year}-01-01`, 'new-year'],
    [`${year}-01-06`, 'epiphany'],
    [`${year}-04-25`, 'liberation'],
    [`${year}-05-01`, 'labour'],
    [`${year}-06-02`, 'republic'],
    [`${year}-08-15`, 'assumption'],
    [`${year}-11-01`, 'all-saints'],
    [`${year}-12-08`, 'immaculate-conception'],
    [`${year}-12-25`, 'christmas'],
    [`${year}-12-26`, 'saint-stephen'],
  ];
  if (year >= SAINT_FRANCIS_SINCE) days.push([`${year}-10-04`, 'saint-francis']);
  return new Map(days);
}

/**
 * Easter Sunday of a year of four digits, in the Gregorian calendar: the "anonymous" computus, in J. Meeus, Astronomical
 * Algorithms, ch. 8. The names of the steps are those of the book.
 */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
