/** What is said to a citizen of the wait, never more than is known. */

import { dayInItaly } from '../lib/today.ts';
import { type Calendar, LONGEST_WAIT } from './calendar.ts';
import { addDays, type Day, HOUR, instantAt, MINUTE } from './local-time.ts';

/** Closed cases below which their times say nothing: with fewer, one long case moves the middle by much. */
export const ENOUGH_CASES = 10;

/** Local time at which "domani mattina" ends, in minutes: morning hours of public offices end by two. */
const MORNING_ENDS = 14 * 60;
/** Up to this wait, in milliseconds, steps of 5 minutes; up to `NEAR` half hours; then the shift or the day. */
const CLOSE = HOUR;
const NEAR = 3 * HOUR;
const STEP = 5 * MINUTE;
const HALF_HOUR = 30 * MINUTE;

export interface Queueing {
  /** Tickets that are taken before this one. */
  readonly before: number;
  /** Workers on shift in its office. */
  readonly workers: number;
  /** Of recent closed cases, in milliseconds of opening time; null when fewer than `ENOUGH_CASES`. */
  readonly medianHandling: number | null;
}

/**
 * What to expect. `place` is 1 for the next. `expectedBy`: a worker answers by then, if things go as they lately did; null:
 * no figure may be said (too few cases, nobody on shift, no end in sight). Closed: only the opening may be said, null when none is near.
 */
export type ExpectedWait =
  | { readonly is: 'open'; readonly place: number; readonly expectedBy: Date | null }
  | { readonly is: 'closed'; readonly place: number; readonly opensAt: Date | null };

/** The middle of handling times (milliseconds of opening time, in any order); null when there are too few. */
export function medianHandling(times: readonly number[]): number | null {
  if (times.length < ENOUGH_CASES) return null;
  const sorted = [...times].sort((one, two) => one - two);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}

/** All workers are taken to be busy with a case begun just now, one each: the wait is rather too long than too short. */
export function expectedWait(
  calendar: Calendar,
  { before, workers, medianHandling }: Queueing,
  now: Date,
): ExpectedWait {
  const place = before + 1;
  if (!calendar.isOpen(now)) return { is: 'closed', place, opensAt: calendar.nextOpening(now) };
  if (medianHandling === null || workers < 1) return { is: 'open', place, expectedBy: null };
  const needed = Math.ceil(place / workers) * medianHandling;
  const by = needed > LONGEST_WAIT ? null : calendar.promisedBy(now, needed);
  return { is: 'open', place, expectedBy: by === null ? null : roundUp(calendar, by, now) };
}

/** `by` put off to the end of a step, the coarser the farther it is from `now`: what `roughTime` can say. Never earlier. */
export function roundUp(calendar: Calendar, by: Date, now: Date): Date {
  const wait = by.getTime() - now.getTime();
  if (wait <= CLOSE) return new Date(now.getTime() + stepsOf(wait) * STEP);
  const today = dayInItaly(now);
  const day = dayInItaly(lastMoment(by));
  const openings = calendar.openingsOn(day);
  if (wait <= NEAR && day === today) {
    const closes = openings.find(({ end }) => end >= by.getTime())?.end ?? Number.POSITIVE_INFINITY;
    return new Date(Math.min(Math.ceil(by.getTime() / HALF_HOUR) * HALF_HOUR, closes));
  }
  const noon = morningEnd(day);
  const inMorning = day === addDays(today, 1) && by.getTime() <= noon;
  const last = openings.findLast(({ start }) => !inMorning || start < noon)?.end ?? 0;
  return new Date(Math.max(by.getTime(), inMorning ? Math.min(last, noon) : last));
}

/** An instant in the future, in words that a caller finds for these codes. */
export type RoughTime =
  | { readonly is: 'minutes'; readonly minutes: number }
  /** A time of today: a half hour, or when the office closes. */
  | { readonly is: 'time'; readonly at: Date }
  | { readonly is: 'today' }
  | { readonly is: 'tomorrow-morning' }
  | { readonly is: 'tomorrow' }
  | { readonly is: 'day'; readonly day: Day };

/** How to say "by" a rounded instant: what is said is never over before it. */
export function roughTime(by: Date, now: Date): RoughTime {
  const wait = by.getTime() - now.getTime();
  if (wait <= CLOSE) return { is: 'minutes', minutes: stepsOf(wait) * 5 };
  const today = dayInItaly(now);
  const day = dayInItaly(lastMoment(by));
  if (day === today) return wait <= NEAR + HALF_HOUR ? { is: 'time', at: by } : { is: 'today' };
  if (day !== addDays(today, 1)) return { is: 'day', day };
  return by.getTime() <= morningEnd(day) ? { is: 'tomorrow-morning' } : { is: 'tomorrow' };
}

/** "By midnight" belongs to the day that ends. */
function lastMoment(by: Date): Date {
  return new Date(by.getTime() - 1);
}

/** Steps of five minutes, at least one: "in 0 minutes" is not said. */
function stepsOf(wait: number): number {
  return Math.max(1, Math.ceil(wait / STEP));
}

function morningEnd(day: Day): number {
  return instantAt(day, MORNING_ENDS);
}
