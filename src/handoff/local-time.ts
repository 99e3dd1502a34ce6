/** Days and hours on the clocks of Italy. The rules of summer time are those of the time zone data of Node. */
import { z } from 'zod';

export const ZONE = 'Europe/Rome';

/** A day of the calendar, `YYYY-MM-DD`; one that does not exist is refused. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Swedish writes `2026-03-29 03:00:00`: the form of ISO. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The minutes that the clock shows at an instant, from 0 (midnight) to 1439. */
export function minutesOf(instant: Date): number {
  const time = CLOCK.format(instant).slice(11);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The day that comes so many days later; a negative number goes back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(new Date(Date.parse(day)).getUTCDay() + 6) % 7] ?? 'monday';
}

/**
 * The instant, in milliseconds, at which the clock shows so many minutes after midnight (0 to 1440) of a day. An hour that
 * comes twice (October) means the first; one that is skipped (March) means the moment at which it is skipped.
 */
export function instantAt(day: Day, minutes: number): number {
  const clock = Date.parse(day) + minutes * MINUTE;
  const before = clock - aheadOf(clock - DAY);
  const after = clock - aheadOf(clock + DAY);
  if (before + aheadOf(before) === clock) return before;
  if (after + aheadOf(after) === clock) return after;
  return changeBetween(after, before);
}

/** How far the clocks of Italy are ahead of UTC at an instant, both in milliseconds. */
function aheadOf(instant: number): number {
  const shown = Date.parse(`${CLOCK.format(instant).replace(' ', 'T')}Z`);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The minute, between two instants, at which the clocks are moved. */
function changeBetween(earlier: number, later: number): number {
  const old = aheadOf(earlier);
  let [last, first] = [earlier, later];
  while (first - last > MINUTE) {
    const middle = last + Math.floor((first - last) / (2 * MINUTE)) * MINUTE;
    if (aheadOf(middle) === old) last = middle;
    else first = middle;
  }
  return first;
}
