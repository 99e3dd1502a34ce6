/** Opening hours, and instants as the clocks of Italy show them, for tests. */
import { instantAt, minutesOf, WEEKDAYS, type Weekday } from '../../src/handoff/local-time.ts';
import { minutesAt, type OfficeHours, readOfficeHours, type Shift } from '../../src/handoff/office-hours.ts';
import { dayInItaly } from '../../src/lib/today.ts';

/** `9-13 15:30-18`. */
export function shifts(text: string): Shift[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split('-').map(time);
      return { from, to };
    });
}

function time(text: string): string {
  const [hours = '', minutes = '00'] = text.split(':');
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export const NO_SHIFTS: OfficeHours['week'] = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

export function hours(
  week: Partial<Record<Weekday, string>>,
  rest: Partial<Pick<OfficeHours, 'closures' | 'localHolidays'>> = {},
): OfficeHours {
  const written = WEEKDAYS.map((day) => [day, shifts(week[day] ?? '')]);
  const reading = readOfficeHours({
    week: Object.fromEntries(written),
    closures: rest.closures ?? [],
    localHolidays: rest.localHolidays ?? [],
  });
  if (!reading.read) throw new Error(JSON.stringify(reading.faults));
  return reading.hours;
}

/** Mornings from Monday to Friday, afternoons on Tuesday and Thursday. */
export const USUAL = {
  monday: '9-13',
  tuesday: '9-13 15:30-18',
  wednesday: '9-13',
  thursday: '9-13 15:30-18',
  friday: '9-12',
} as const;

export const DAY_AND_NIGHT = Object.fromEntries(WEEKDAYS.map((day) => [day, '0-24']));

/** `2026-12-01 09:30` on the clocks of Italy. */
export function rome(text: string): Date {
  return new Date(instantAt(text.slice(0, 10), minutesAt(text.slice(11))));
}

export function shown(instant: Date | null): string | null {
  if (instant === null) return null;
  const minutes = minutesOf(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayInItaly(instant)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
