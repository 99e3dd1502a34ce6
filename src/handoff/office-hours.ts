/** The opening hours of an office, as they are stored and edited. */
import { z } from 'zod';
import { Day, WEEKDAYS, type Weekday } from './local-time.ts';

/** A time of the clock, `HH:MM`; `24:00` is the end of the day. */
const Time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A stretch of a day in which the office is open: open at `from`, closed again at `to`. It does not pass midnight. */
export const Shift = z.strictObject({ from: Time, to: Time });
export type Shift = Readonly<z.infer<typeof Shift>>;

/** Days on which the office is closed, both included. */
export const Closure = z.strictObject({ from: Day, to: Day });
export type Closure = Readonly<z.infer<typeof Closure>>;

/**
 * A holiday of the town (the patron saint), as the office says it: every year on a day `MM-DD` (29 February: leap years
 * only), or, for feasts that move, on one date.
 */
export const LocalHoliday = z.discriminatedUnion('comes', [
  z.strictObject({
    comes: z.literal('yearly'),
    day: z.string().refine((day) => Day.safeParse(`2024-${day}`).success),
  }),
  z.strictObject({ comes: z.literal('once'), day: Day }),
]);
export type LocalHoliday = Readonly<z.infer<typeof LocalHoliday>>;

const Shifts = z.array(Shift).readonly();
const Shape = z.strictObject({
  week: z.strictObject({
    monday: Shifts,
    tuesday: Shifts,
    wednesday: Shifts,
    thursday: Shifts,
    friday: Shifts,
    saturday: Shifts,
    sunday: Shifts,
  } satisfies Record<Weekday, typeof Shifts>),
  closures: z.array(Closure).readonly(),
  localHolidays: z.array(LocalHoliday).readonly(),
});

/** What is wrong with hours that were written; the words are the caller's. Positions count from 0, as they were written. */
export type HoursFault =
  /** The end is not after the beginning. */
  | { readonly fault: 'shift-reversed'; readonly day: Weekday; readonly shift: number }
  /** It shares time with `other`, which begins before it. One that begins when another ends is right. */
  | {
      readonly fault: 'shifts-overlap';
      readonly day: Weekday;
      readonly shift: number;
      readonly other: number;
    }
  | { readonly fault: 'closure-reversed'; readonly closure: number }
  /** Missing, unknown, or no such time or day: where, for example `['week', 'monday', 0, 'from']`. */
  | { readonly fault: 'unreadable'; readonly path: readonly (string | number)[] };

/** Hours without a fault; each issue's message is the code of a `HoursFault`. For forms, `readOfficeHours` says more. */
export const OfficeHours = Shape.superRefine((hours, context) => {
  for (const fault of faultsIn(hours))
    context.addIssue({ code: 'custom', message: fault.fault, path: [...pathOf(fault)] });
});
export type OfficeHours = Readonly<z.infer<typeof OfficeHours>>;

export type HoursReading =
  | { readonly read: true; readonly hours: OfficeHours }
  | { readonly read: false; readonly faults: readonly HoursFault[] };

/** Reads hours from the store or a form: them, or every fault at once. */
export function readOfficeHours(written: unknown): HoursReading {
  const shape = Shape.safeParse(written);
  if (!shape.success) {
    const paths = shape.error.issues.map(({ path }) =>
      path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    );
    return { read: false, faults: paths.map((path) => ({ fault: 'unreadable', path })) };
  }
  const faults = faultsIn(shape.data);
  return faults.length === 0 ? { read: true, hours: shape.data } : { read: false, faults };
}

/** A time of the clock in minutes after midnight. */
export function minutesAt(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function faultsIn({ week, closures }: z.infer<typeof Shape>): HoursFault[] {
  const reversed = closures.flatMap(({ from, to }, closure): HoursFault[] =>
    to < from ? [{ fault: 'closure-reversed', closure }] : [],
  );
  return [...WEEKDAYS.flatMap((day) => shiftFaults(day, week[day])), ...reversed];
}

function shiftFaults(day: Weekday, shifts: readonly Shift[]): HoursFault[] {
  const numbered = shifts.map(({ from, to }, shift) => ({ shift, from: minutesAt(from), to: minutesAt(to) }));
  const reversed = numbered.filter(({ from, to }) => to <= from);
  const inOrder = numbered.filter(({ from, to }) => to > from).sort((one, two) => one.from - two.from);
  const faults = reversed.map(({ shift }): HoursFault => ({ fault: 'shift-reversed', day, shift }));
  let latest = inOrder[0];
  for (const next of inOrder.slice(1)) {
    if (latest !== undefined && next.from < latest.to)
      faults.push({ fault: 'shifts-overlap', day, shift: next.shift, other: latest.shift });
    if (latest === undefined || next.to > latest.to) latest = next;
  }
  return faults;
}

function pathOf(fault: HoursFault): readonly (string | number)[] {
  if (fault.fault === 'unreadable') return fault.path;
  return fault.fault === 'closure-reversed' ? ['closures', fault.closure] : ['week', fault.day, fault.shift];
}
