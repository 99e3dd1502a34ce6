import type { CrisisKind, Urgency } from '../../safety/crisis.ts';

/** A danger was recognised and answered. */
export interface CrisisRecognised {
  readonly kind: 'crisis-recognised';
  readonly crisis: CrisisKind;
  readonly urgency: Urgency;
  /** The id of the pattern that matched, never the words. */
  readonly pattern: string;
}
