export interface Telephone {
  readonly number: string;
  /** What its source adds in brackets, such as "cellulare"; null when nothing. */
  readonly note: string | null;
}

const TELEPHONE = /(?<!\w)(\+?\d+(?: \d+)*)(?!\w)(?: ?\(([^)]+)\))?/g;

/**
 * The single numbers in what a source writes: "803 164 (fisso) o 06 164 164 (cellulare)" holds two. In exports each
 * stands alone, since a program dials it.
 */
export function telephonesIn(written: string): Telephone[] {
  return [...written.matchAll(TELEPHONE)].map(([, number = '', note]) => ({ number, note: note ?? null }));
}
