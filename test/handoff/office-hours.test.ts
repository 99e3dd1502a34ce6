import { describe, expect, test } from 'vitest';
import { OfficeHours, readOfficeHours } from '../../src/handoff/office-hours.ts';
import { Leave } from '../../src/handoff/team.ts';
import { hours, NO_SHIFTS, shifts, USUAL } from './hours.ts';

const written = (change: object) => ({ week: NO_SHIFTS, closures: [], localHolidays: [], ...change });
const faults = (change: object) => {
  const reading = readOfficeHours(written(change));
  return reading.read ? [] : reading.faults;
};
const monday = (text: string) => ({ week: { ...NO_SHIFTS, monday: shifts(text) } });

test('hours come back as they were written', () => {
  const good = hours(USUAL, {
    closures: [{ from: '2026-08-10', to: '2026-08-21' }],
    localHolidays: [
      { comes: 'yearly', day: '02-29' },
      { comes: 'once', day: '2026-08-30' },
    ],
  });
  expect(readOfficeHours(JSON.parse(JSON.stringify(good)))).toEqual({ read: true, hours: good });
  expect(OfficeHours.parse(good)).toEqual(good);
});

describe('shifts', () => {
  test('may touch, may be written in any order, may end at midnight', () => {
    expect(faults(monday('15-24 9-13 13-15'))).toEqual([]);
  });

  test('that end before they begin, or at once, are named with day and place', () => {
    expect(faults({ week: { ...NO_SHIFTS, friday: shifts('9-13 18-15 20-20') } })).toEqual([
      { fault: 'shift-reversed', day: 'friday', shift: 1 },
      { fault: 'shift-reversed', day: 'friday', shift: 2 },
    ]);
  });

  test.each([
    ['9-13 12-14', [[1, 0]]],
    ['12-14 9-13', [[0, 1]]],
    ['9-13 9-13', [[1, 0]]],
    [
      '9-18 10-11 12-13',
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [
      '9-11 10-14 13-15',
      [
        [1, 0],
        [2, 1],
      ],
    ],
  ])('that overlap are named: %s', (text, pairs) => {
    expect(faults(monday(text))).toEqual(
      pairs.map(([shift, other]) => ({ fault: 'shifts-overlap', day: 'monday', shift, other })),
    );
  });
});

test('all faults are told at once', () => {
  expect(
    faults({
      week: { ...NO_SHIFTS, monday: shifts('9-8'), sunday: shifts('9-13 10-12') },
      closures: [{ from: '2026-08-21', to: '2026-08-10' }],
    }),
  ).toEqual([
    { fault: 'shift-reversed', day: 'monday', shift: 0 },
    { fault: 'shifts-overlap', day: 'sunday', shift: 1, other: 0 },
    { fault: 'closure-reversed', closure: 0 },
  ]);
});

test.each([
  [{ week: { ...NO_SHIFTS, monday: [{ from: '9', to: '13:00' }] } }, ['week', 'monday', 0, 'from']],
  [{ week: { ...NO_SHIFTS, monday: [{ from: '09:00', to: '24:01' }] } }, ['week', 'monday', 0, 'to']],
  [{ week: { ...NO_SHIFTS, monday: [{ from: '09:60', to: '13:00' }] } }, ['week', 'monday', 0, 'from']],
  [{ closures: [{ from: '2026-02-30', to: '2026-03-01' }] }, ['closures', 0, 'from']],
  [{ localHolidays: [{ comes: 'yearly', day: '02-30' }] }, ['localHolidays', 0, 'day']],
  [{ localHolidays: [{ comes: 'once', day: '05-08' }] }, ['localHolidays', 0, 'day']],
  [{ localHolidays: null }, ['localHolidays']],
  [{ week: null }, ['week']],
])('what cannot be read is told with its place: %j', (change, path) => {
  expect(faults(change)).toEqual([{ fault: 'unreadable', path }]);
});

test('the schema refuses too, with the code as message', () => {
  const parsed = OfficeHours.safeParse(written(monday('9-13 12-14')));
  expect(parsed.error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
    { message: 'shifts-overlap', path: ['week', 'monday', 1] },
  ]);
  expect(readOfficeHours('9-13').read).toBe(false);
});

test('a leave has its end after its beginning', () => {
  expect(Leave.safeParse({ worker: 'w', from: '2026-12-01', to: '2026-12-01' }).success).toBe(true);
  const wrong = Leave.safeParse({ worker: 'w', from: '2026-12-02', to: '2026-12-01' });
  expect(wrong.error?.issues.map(({ message }) => message)).toEqual(['leave-reversed']);
});
