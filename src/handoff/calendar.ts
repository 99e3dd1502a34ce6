/**
 * When an office is open, and how much opening time lies between two instants. A day's shifts count unless the day is a
 * national or local holiday, lies in a closure, or finds the whole team on leave.
 */

import { dayInItaly } from '../lib/today.ts';
import { holidayOn } from './holidays.ts';
import { addDays, DAY, type Day, instantAt, weekdayOf } from './local-time.ts';
import { minutesAt, type OfficeHours } from './office-hours.ts';
import { presentOn, type Team } from './team.ts';

/** Days after which an opening is too far to be told to anybody: the hours are wrong, or the office is shut. */
export const HORIZON_DAYS = 60;
/** Opening time beyond which nothing is promised, in milliseconds: it also bounds the search. */
export const LONGEST_WAIT = 365 * DAY;

/** Days whose openings are remembered: the same weeks are looked through again and again. */
const KEPT_DAYS = 800;

/** An unbroken time of being open: from `start`, up to but without `end`. In milliseconds since 1970. */
export interface Opening {
  readonly start: number;
  readonly end: number;
}

/** For the years 2001 to 9999. All its functions throw RangeError on a date that is not valid. */
export interface Calendar {
  /** At the beginning of a shift it is open, at its end it is closed. */
  isOpen(at: Date): boolean;
  /** The first instant from `after` on at which it is open (`after` itself while it is); null: none in 60 days. */
  nextOpening(after: Date): Date | null;
  /** The opening time between two instants, in milliseconds; 0 when `to` is not after `from`. */
  openTimeBetween(from: Date, to: Date): number;
  /**
   * The first instant by which `openMilliseconds` of opening time have passed since `from`: at most the end of a shift,
   * never the beginning of the next. Null: the office closes for more than 60 days before that.
   * @throws RangeError when `openMilliseconds` is negative, not a number, or more than 365 days.
   */
  promisedBy(from: Date, openMilliseconds: number): Date | null;
  /** The openings of a day, in order; shifts that touch are one. */
  openingsOn(day: Day): readonly Opening[];
}

/** `team` null: somebody is always there. A team of nobody never opens. */
export function createCalendar(hours: OfficeHours, team: Team | null): Calendar {
  const known = new Map<Day, readonly Opening[]>();
  const openingsOn = (day: Day): readonly Opening[] => {
    const openings = known.get(day) ?? readDay(hours, team, day);
    if (known.size > KEPT_DAYS) known.clear();
    known.set(day, openings);
    return openings;
  };

  const isOpen = (at: Date) =>
    openingsOn(dayInItaly(at)).some(({ start, end }) => start <= at.getTime() && at.getTime() < end);

  function nextOpening(after: Date): Date | null {
    const today = dayInItaly(after);
    for (let days = 0; days <= HORIZON_DAYS; days++) {
      const next = openingsOn(addDays(today, days)).find(({ end }) => end > after.getTime());
      if (next) return new Date(Math.max(next.start, after.getTime()));
    }
    return null;
  }

  function openTimeBetween(from: Date, to: Date): number {
    const last = dayInItaly(to);
    let total = 0;
    for (let day = dayInItaly(from); day <= last; day = addDays(day, 1)) {
      for (const { start, end } of openingsOn(day))
        total += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
    }
    return total;
  }

  function promisedBy(from: Date, openMilliseconds: number): Date | null {
    if (!(openMilliseconds >= 0 && openMilliseconds <= LONGEST_WAIT))
      throw new RangeError('Opening time is a number of milliseconds from 0 to those of 365 days.');
    let left = Math.ceil(openMilliseconds);
    if (left === 0) return new Date(from);
    let until = addDays(dayInItaly(from), HORIZON_DAYS);
    for (let day = dayInItaly(from); day <= until; day = addDays(day, 1)) {
      for (const { start, end } of openingsOn(day)) {
        const begin = Math.max(start, from.getTime());
        if (end <= begin) continue;
        if (left <= end - begin) return new Date(begin + left);
        left -= end - begin;
        until = addDays(day, HORIZON_DAYS);
      }
    }
    return null;
  }

  return { isOpen, nextOpening, openTimeBetween, promisedBy, openingsOn };
}

function readDay(hours: OfficeHours, team: Team | null, day: Day): readonly Opening[] {
  if (holidayOn(day) !== null || isLocalHoliday(hours, day)) return [];
  if (hours.closures.some(({ from, to }) => from <= day && day <= to)) return [];
  if (team !== null && presentOn(team, day).length === 0) return [];
  const openings = hours.week[weekdayOf(day)]
    .map(({ from, to }) => ({
      start: instantAt(day, minutesAt(from)),
      end: instantAt(day, minutesAt(to)),
    }))
    .filter(({ start, end }) => start < end)
    .sort((one, two) => one.start - two.start);
  return joined(openings);
}

function joined(openings: readonly Opening[]): Opening[] {
  const result: Opening[] = [];
  for (const next of openings) {
    const last = result.at(-1);
    if (last?.end === next.start) result.splice(-1, 1, { start: last.start, end: next.end });
    else result.push(next);
  }
  return result;
}

function isLocalHoliday({ localHolidays }: OfficeHours, day: Day): boolean {
  return localHolidays.some((holiday) =>
    holiday.comes === 'yearly' ? holiday.day === day.slice(5) : holiday.day === day,
  );
}
