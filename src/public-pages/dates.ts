const DAY = format({ day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = format({ month: 'long', year: 'numeric' });

/** "23 novembre 2026" for an ISO date. */
export function italianDate(iso: string): string {
  return DAY.format(new Date(`${iso}T00:00:00Z`));
}

/** A day, month or year in ISO form; null for what authors write of a source that has no date. */
export function datedOn(written: string): string | null {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(written) ? written : null;
}

/** The date of a source as a citizen reads it: "gennaio 2026" for a month; null where there is none. */
export function sourceDate(written: string): string | null {
  const date = datedOn(written);
  if (date === null || date.length === 4) return date;
  return date.length === 7 ? MONTH.format(new Date(`${date}-01T00:00:00Z`)) : italianDate(date);
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('it-IT', { ...options, timeZone: 'UTC' });
}
