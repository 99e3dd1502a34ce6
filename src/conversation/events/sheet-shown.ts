import type { Aspect } from '../ports.ts';

/** A part of a sheet was quoted. */
export interface SheetShown {
  readonly kind: 'sheet-shown';
  readonly slug: string;
  readonly aspect: Aspect | null;
}
