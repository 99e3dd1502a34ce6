const ITALIAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/**
 * The ISO date of a moment in Italy, where all terms are counted.
 * @throws RangeError when the moment is not valid
 */
export function dayInItaly(moment: Date): string {
  return ITALIAN_DAY.format(moment);
}
