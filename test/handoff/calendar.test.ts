import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/handoff/calendar.ts';
import { HOUR, instantAt, MINUTE, WEEKDAYS } from '../../src/handoff/local-time.ts';
import type { OfficeHours } from '../../src/handoff/office-hours.ts';
import { presentOn } from '../../src/handoff/team.ts';
import { DAY_AND_NIGHT, hours, NO_SHIFTS, rome, shown, USUAL } from './hours.ts';

const usual = createCalendar(hours(USUAL), null);

describe('is it open', () => {
  test.each([
    ['2026-12-01 08:59', false],
    ['2026-12-01 09:00', true],
    ['2026-12-01 12:59', true],
    ['2026-12-01 13:00', false],
    ['2026-12-01 14:00', false],
    ['2026-12-01 15:30', true],
    ['2026-12-01 18:00', false],
    ['2026-12-05 10:00', false],
    // The same clock in summer.
    ['2026-06-30 09:00', true],
    ['2026-06-30 08:59', false],
  ])('%s: %s', (at, open) => {
    expect(usual.isOpen(rome(at))).toBe(open);
  });

  test.each(['2026-12-08', '2026-12-25', '2027-01-06', '2027-03-29', '2026-06-02', '2027-10-04'])(
    'not on the holiday %s',
    (day) => {
      expect(usual.isOpen(rome(`${day} 10:00`))).toBe(false);
    },
  );

  test('not on Easter, also with hours on Sunday', () => {
    const sundays = createCalendar(hours({ sunday: '9-13' }), null);
    expect(sundays.isOpen(rome('2027-03-28 10:00'))).toBe(false);
    expect(sundays.isOpen(rome('2027-03-21 10:00'))).toBe(true);
  });

  test('not on the days of the town, nor in a closure', () => {
    const rest = {
      closures: [{ from: '2026-08-10', to: '2026-08-21' }],
      localHolidays: [
        { comes: 'yearly', day: '05-13' },
        { comes: 'once', day: '2026-08-31' },
      ] as const,
    };
    const calendar = createCalendar(hours(USUAL, rest), null);
    const open = (day: string) => calendar.isOpen(rome(`${day} 10:00`));
    expect(['2026-05-13', '2027-05-13', '2026-08-31', '2026-08-10', '2026-08-21'].map(open)).toEqual(
      Array(5).fill(false),
    );
    expect(['2026-05-14', '2027-08-31', '2026-08-07', '2026-08-24'].map(open)).toEqual(Array(4).fill(true));
  });

  test('not while the whole team is on leave', () => {
    const leaves = [
      { worker: 'anna', from: '2026-12-01', to: '2026-12-03' },
      { worker: 'bruno', from: '2026-12-02', to: '2026-12-02' },
      { worker: 'of another office', from: '2026-12-01', to: '2026-12-31' },
    ];
    const team = { workers: ['anna', 'bruno'], leaves };
    const calendar = createCalendar(hours(USUAL), team);
    expect(presentOn(team, '2026-12-01')).toEqual(['bruno']);
    expect(calendar.isOpen(rome('2026-12-01 10:00'))).toBe(true);
    expect(calendar.isOpen(rome('2026-12-02 10:00'))).toBe(false);
    expect(shown(calendar.nextOpening(rome('2026-12-01 18:00')))).toBe('2026-12-03 09:00');
    const nobody = createCalendar(hours(USUAL), { workers: [], leaves: [] });
    expect(nobody.nextOpening(rome('2026-12-01 10:00'))).toBeNull();
  });
});

describe('the next opening', () => {
  test.each([
    ['2026-12-01 08:00', '2026-12-01 09:00'],
    ['2026-12-01 13:00', '2026-12-01 15:30'],
    ['2026-12-04 12:00', '2026-12-07 09:00'],
    // Monday 7 is worked, Tuesday 8 is a holiday.
    ['2026-12-07 13:00', '2026-12-09 09:00'],
    // Christmas on a Friday, Santo Stefano on a Saturday.
    ['2026-12-24 18:00', '2026-12-28 09:00'],
    // Over both changes of the clock.
    ['2026-03-27 12:00', '2026-03-30 09:00'],
    ['2026-10-23 12:00', '2026-10-26 09:00'],
  ])('after %s is %s', (after, opening) => {
    expect(shown(usual.nextOpening(rome(after)))).toBe(opening);
  });

  test('while it is open is now', () => {
    expect(usual.nextOpening(rome('2026-12-01 10:07'))).toEqual(rome('2026-12-01 10:07'));
  });

  test('is null when there is none within 60 days', () => {
    const closedTo = (to: string) =>
      createCalendar(hours(USUAL, { closures: [{ from: '2026-06-01', to }] }), null);
    const after = rome('2026-05-31 12:00');
    expect(shown(closedTo('2026-07-29').nextOpening(after))).toBe('2026-07-30 09:00');
    expect(closedTo('2026-07-30').nextOpening(after)).toBeNull();
    expect(closedTo('2026-07-30').promisedBy(after, 1)).toBeNull();
    expect(createCalendar(hours({}), null).nextOpening(after)).toBeNull();
  });
});

describe('opening time', () => {
  test('leaves out the break, the night and the holiday', () => {
    expect(usual.openTimeBetween(rome('2026-12-01 12:00'), rome('2026-12-01 16:00'))).toBe(1.5 * HOUR);
    expect(usual.openTimeBetween(rome('2026-12-07 12:00'), rome('2026-12-09 10:00'))).toBe(2 * HOUR);
    expect(usual.openTimeBetween(rome('2026-12-09 10:00'), rome('2026-12-07 12:00'))).toBe(0);
  });

  test('is promised at the end of a shift, not at the beginning of the next', () => {
    const by = (from: string, time: number) => shown(usual.promisedBy(rome(from), time));
    expect(by('2026-12-01 12:00', HOUR)).toBe('2026-12-01 13:00');
    expect(by('2026-12-01 12:00', HOUR + MINUTE)).toBe('2026-12-01 15:31');
    expect(by('2026-12-04 11:30', HOUR)).toBe('2026-12-07 09:30');
    expect(by('2026-12-05 11:30', 0)).toBe('2026-12-05 11:30');
    // 17 weeks of 24 hours, less 8 and 25 December and 1 January, make 395.5 hours; the Monday after has four.
    expect(by('2026-09-07 09:00', 400 * HOUR)).toBe('2027-01-05 09:30');
  });

  test('shifts that touch are one opening', () => {
    const calendar = createCalendar(hours({ tuesday: '11-13 9-11 15-18' }), null);
    const at = (time: string) => rome(`2026-12-01 ${time}`).getTime();
    expect(calendar.openingsOn('2026-12-01')).toEqual([
      { start: at('09:00'), end: at('13:00') },
      { start: at('15:00'), end: at('18:00') },
    ]);
  });

  test('days of 23 and 25 hours are open for 23 and 25', () => {
    const always = createCalendar(hours(DAY_AND_NIGHT), null);
    const open = (day: string) =>
      always.openTimeBetween(new Date(instantAt(day, 0)), new Date(instantAt(day, 1440))) / HOUR;
    expect(['2026-03-29', '2026-03-30', '2026-10-25'].map(open)).toEqual([23, 24, 25]);
    expect(shown(always.promisedBy(rome('2026-03-28 12:00'), 24 * HOUR))).toBe('2026-03-29 13:00');
    expect(shown(always.promisedBy(rome('2026-10-24 12:00'), 24 * HOUR))).toBe('2026-10-25 11:00');
  });

  test('is not negative, endless, or nothing', () => {
    for (const wrong of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => usual.promisedBy(rome('2026-12-01 12:00'), wrong)).toThrow(RangeError);
    expect(() => usual.isOpen(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('for any hours and instants', () => {
  const shift = fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
    .map((quarters) => [...quarters].sort((one, two) => one - two))
    .map((quarters) => {
      const clock = (quarter = 0) =>
        `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
      return Array.from({ length: Math.floor(quarters.length / 2) }, (_, pair) => ({
        from: clock(quarters[pair * 2]),
        to: clock(quarters[pair * 2 + 1]),
      }));
    });
  const anyHours: fc.Arbitrary<OfficeHours> = fc
    .record({
      days: fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: shift }), {
        minLength: 7,
        maxLength: 7,
      }),
      closed: fc.integer({ min: 0, max: 20 }),
    })
    .map(({ days, closed }) => ({
      week: { ...NO_SHIFTS, ...Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index] ?? []])) },
      closures: closed === 0 ? [] : [{ from: '2026-10-20', to: `2026-10-${20 + Math.min(closed, 11)}` }],
      localHolidays: [{ comes: 'yearly', day: '03-30' }],
    }));
  // Round the changes of the clock and the holidays of spring and winter.
  const instant = fc
    .oneof(
      ...['2026-03-25', '2026-10-18', '2026-12-20'].map((day) =>
        fc.integer({ min: 0, max: 20 * 24 * 60 * 60 }).map((seconds) => instantAt(day, 0) + seconds * 1000),
      ),
    )
    .map((milliseconds) => new Date(milliseconds));

  test('so much opening time lies before the promise, and not a moment less', () => {
    fc.assert(
      fc.property(anyHours, instant, fc.integer({ min: 1, max: 100 * HOUR }), (each, from, time) => {
        const calendar = createCalendar(each, null);
        const by = calendar.promisedBy(from, time);
        if (by === null) return;
        expect(calendar.openTimeBetween(from, by)).toBe(time);
        expect(calendar.openTimeBetween(from, new Date(by.getTime() - 1))).toBe(time - 1);
      }),
    );
  });

  test('the promise of the opening time up to an instant is that instant while it is open, else an earlier one', () => {
    fc.assert(
      fc.property(anyHours, instant, fc.integer({ min: 0, max: 30 * 24 * HOUR }), (each, from, later) => {
        const calendar = createCalendar(each, null);
        const to = new Date(from.getTime() + later);
        const by = calendar.promisedBy(from, calendar.openTimeBetween(from, to));
        if (calendar.isOpen(to) && calendar.openTimeBetween(from, to) > 0) {
          const before = new Date(to.getTime() - 1);
          if (calendar.isOpen(before)) expect(by).toEqual(to);
        }
        expect(by?.getTime()).toBeLessThanOrEqual(Math.max(to.getTime(), from.getTime()));
      }),
    );
  });

  test('opening time adds up, and nothing is open before the next opening', () => {
    fc.assert(
      fc.property(anyHours, instant, instant, instant, (each, ...three) => {
        const calendar = createCalendar(each, null);
        const [a, b, c] = [...three].sort((one, two) => one.getTime() - two.getTime());
        if (!a || !b || !c) return;
        const between = calendar.openTimeBetween;
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        const next = calendar.nextOpening(a);
        if (next === null) return;
        expect(calendar.isOpen(next)).toBe(true);
        expect(between(a, next)).toBe(0);
        expect(calendar.isOpen(a)).toBe(next.getTime() === a.getTime());
      }),
    );
  });
});
