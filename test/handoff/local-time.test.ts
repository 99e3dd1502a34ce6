import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  DAY,
  Day,
  HOUR,
  instantAt,
  MINUTE,
  minutesOf,
  weekdayOf,
} from '../../src/handoff/local-time.ts';
import { dayInItaly } from '../../src/lib/today.ts';

const iso = (day: string, minutes: number) => new Date(instantAt(day, minutes)).toISOString();
const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2001-01-01', days));

test('winter is an hour ahead, summer two', () => {
  expect(iso('2026-12-01', 9 * 60)).toBe('2026-12-01T08:00:00.000Z');
  expect(iso('2026-07-01', 9 * 60)).toBe('2026-07-01T07:00:00.000Z');
});

test('an hour that is skipped means the moment of the change', () => {
  for (const minutes of [120, 121, 150, 179, 180])
    expect(iso('2026-03-29', minutes)).toBe('2026-03-29T01:00:00.000Z');
  expect(iso('2026-03-29', 119)).toBe('2026-03-29T00:59:00.000Z');
  expect(iso('2026-03-29', 181)).toBe('2026-03-29T01:01:00.000Z');
});

test('an hour that comes twice means the first', () => {
  expect(iso('2026-10-25', 150)).toBe('2026-10-25T00:30:00.000Z');
  expect(iso('2026-10-25', 180)).toBe('2026-10-25T02:00:00.000Z');
});

test('days have 24 hours, but 23 and 25 when the clocks change', () => {
  const length = (of: string) => (instantAt(of, 1440) - instantAt(of, 0)) / HOUR;
  const odd = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index)).filter(
    (each) => length(each) !== 24,
  );
  expect(odd).toEqual(['2026-03-29', '2026-10-25']);
  expect(odd.map(length)).toEqual([23, 25]);
});

test('a day ends when the next begins, and what the clock shows is found again', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1439 }), (each, minutes) => {
      expect(instantAt(each, 1440)).toBe(instantAt(addDays(each, 1), 0));
      const instant = instantAt(each, minutes);
      expect(instantAt(each, minutes + 1)).toBeGreaterThanOrEqual(instant);
      expect(dayInItaly(new Date(instant))).toBe(each);
      const skipped = minutesOf(new Date(instant)) - minutes;
      expect(skipped).toBeGreaterThanOrEqual(0);
      if (skipped > 0) expect(instantAt(each, minutes + skipped)).toBe(instant);
    }),
  );
});

test('every instant belongs to the day in which it lies', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2001), max: Date.UTC(2099) }), (instant) => {
      const its = dayInItaly(new Date(instant));
      expect(instantAt(its, 0)).toBeLessThanOrEqual(instant);
      expect(instantAt(its, 1440)).toBeGreaterThan(instant);
      expect(instant - instantAt(its, minutesOf(new Date(instant)))).toBeLessThan(HOUR + MINUTE);
    }),
  );
});

test('days are counted by the calendar', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekdayOf('2026-12-01')).toBe('tuesday');
  expect(weekdayOf('2026-10-04')).toBe('sunday');
  expect(DAY).toBe(86_400_000);
  for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '01/02/2026', ''])
    expect(Day.safeParse(wrong).success, wrong).toBe(false);
});

test('a date that is not valid is an error', () => {
  expect(() => dayInItaly(new Date(Number.NaN))).toThrow(RangeError);
});
