import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/handoff/calendar.ts';
import { addDays, HOUR, instantAt, MINUTE } from '../../src/handoff/local-time.ts';
import {
  ENOUGH_CASES,
  expectedWait,
  medianHandling,
  type RoughTime,
  roughTime,
  roundUp,
} from '../../src/handoff/wait.ts';
import { dayInItaly } from '../../src/lib/today.ts';
import { hours, rome, shown, USUAL } from './hours.ts';

const calendar = createCalendar(hours(USUAL), null);
const queueing = { before: 2, workers: 2, medianHandling: 12 * MINUTE };

describe('the middle handling time', () => {
  test('is not said of fewer than ten cases', () => {
    expect(medianHandling(Array(ENOUGH_CASES - 1).fill(MINUTE))).toBeNull();
    expect(medianHandling(Array(ENOUGH_CASES).fill(MINUTE))).toBe(MINUTE);
  });

  test('does not follow the longest case, and stands between the two in the middle', () => {
    expect(medianHandling([10, 1, 2, 3, 4, 5, 6, 7, 8, 9_999])).toBe(5.5);
    expect(medianHandling([10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9_999])).toBe(6);
  });
});

describe('the expected wait', () => {
  const now = rome('2026-12-01 10:02');

  test('counts the rounds of cases before the turn comes', () => {
    expect(expectedWait(calendar, queueing, now)).toEqual({
      is: 'open',
      place: 3,
      expectedBy: rome('2026-12-01 10:27'),
    });
  });

  test('promises no figure from too few cases, or with nobody on shift', () => {
    const open = { is: 'open', place: 3, expectedBy: null };
    expect(expectedWait(calendar, { ...queueing, medianHandling: null }, now)).toEqual(open);
    expect(expectedWait(calendar, { ...queueing, workers: 0 }, now)).toEqual(open);
    expect(expectedWait(calendar, { ...queueing, before: 1_000_000, workers: 1 }, now)).toEqual({
      ...open,
      place: 1_000_001,
    });
  });

  test('out of hours says when the office opens, and nothing more', () => {
    expect(expectedWait(calendar, queueing, rome('2026-12-07 19:00'))).toEqual({
      is: 'closed',
      place: 3,
      opensAt: rome('2026-12-09 09:00'),
    });
    const shut = createCalendar(hours({}), null);
    expect(expectedWait(shut, queueing, now)).toEqual({ is: 'closed', place: 3, opensAt: null });
  });

  test('goes over the break and the night', () => {
    const by = (before: number) => {
      const wait = expectedWait(calendar, { before, workers: 1, medianHandling: HOUR }, now);
      return wait.is === 'open' ? shown(wait.expectedBy) : wait.is;
    };
    // 2 h 58 min are left in the morning, 2 h 30 min in the afternoon; Wednesday has four hours.
    expect([0, 1, 3, 5, 9].map(by)).toEqual([
      '2026-12-01 11:02',
      '2026-12-01 12:30',
      '2026-12-01 18:00',
      '2026-12-02 13:00',
      '2026-12-03 18:00',
    ]);
  });
});

describe('a figure is rounded up', () => {
  const now = rome('2026-12-01 09:58');
  test.each<[string, string, RoughTime]>([
    ['2026-12-01 09:58', '2026-12-01 10:03', { is: 'minutes', minutes: 5 }],
    ['2026-12-01 09:59', '2026-12-01 10:03', { is: 'minutes', minutes: 5 }],
    ['2026-12-01 10:05', '2026-12-01 10:08', { is: 'minutes', minutes: 10 }],
    ['2026-12-01 10:58', '2026-12-01 10:58', { is: 'minutes', minutes: 60 }],
    ['2026-12-01 10:59', '2026-12-01 11:00', { is: 'time', at: rome('2026-12-01 11:00') }],
    ['2026-12-01 12:31', '2026-12-01 13:00', { is: 'time', at: rome('2026-12-01 13:00') }],
    ['2026-12-01 15:40', '2026-12-01 18:00', { is: 'today' }],
    ['2026-12-02 09:10', '2026-12-02 13:00', { is: 'tomorrow-morning' }],
    ['2026-12-03 09:10', '2026-12-03 18:00', { is: 'day', day: '2026-12-03' }],
  ])('%s to %s', (by, rounded, said) => {
    const up = roundUp(calendar, rome(by), now);
    expect(shown(up)).toBe(rounded);
    expect(roughTime(up, now)).toEqual(said);
  });

  test('to the end of the shift when that comes before the half hour', () => {
    const early = createCalendar(hours({ tuesday: '9-12:45' }), null);
    expect(shown(roundUp(early, rome('2026-12-01 12:33'), rome('2026-12-01 10:00')))).toBe(
      '2026-12-01 12:45',
    );
  });

  test('a morning ends before the afternoon begins, and at two when there is no break', () => {
    const monday = rome('2026-11-30 10:00');
    const by = rome('2026-12-01 10:20');
    expect(shown(roundUp(calendar, by, monday))).toBe('2026-12-01 13:00');
    const unbroken = createCalendar(hours({ tuesday: '9-18' }), null);
    const up = roundUp(unbroken, by, monday);
    expect(shown(up)).toBe('2026-12-01 14:00');
    expect(roughTime(up, monday)).toEqual({ is: 'tomorrow-morning' });
  });

  test('an afternoon of tomorrow is tomorrow, midnight belongs to the day that ends', () => {
    const monday = rome('2026-11-30 10:00');
    expect(roughTime(roundUp(calendar, rome('2026-12-01 16:00'), monday), monday)).toEqual({
      is: 'tomorrow',
    });
    expect(roughTime(rome('2026-12-01 00:00'), monday)).toEqual({ is: 'today' });
  });

  test('never to before it, and never said to be over before it', () => {
    const start = rome('2026-03-20 00:00').getTime();
    fc.assert(
      fc.property(fc.nat(14 * 24 * 60), fc.nat(5 * 24 * 60), (moment, wait) => {
        const from = new Date(start + moment * MINUTE);
        const by = calendar.promisedBy(from, wait * 20_000);
        if (by === null) return;
        const up = roundUp(calendar, by, from);
        expect(up.getTime()).toBeGreaterThanOrEqual(by.getTime());
        const said = roughTime(up, from);
        const ends = {
          minutes: () => from.getTime() + (said.is === 'minutes' ? said.minutes * MINUTE : 0),
          time: () => (said.is === 'time' ? said.at.getTime() : 0),
          today: () => instantAt(dayInItaly(from), 1440),
          'tomorrow-morning': () => instantAt(addDays(dayInItaly(from), 1), 14 * 60),
          tomorrow: () => instantAt(addDays(dayInItaly(from), 1), 1440),
          day: () => (said.is === 'day' ? instantAt(said.day, 1440) : 0),
        };
        expect(ends[said.is]()).toBeGreaterThanOrEqual(up.getTime());
        expect(roughTime(up, from)).toEqual(said);
      }),
    );
  });
});
