import type { Comune } from '../state.ts';

/** The citizen said where they live. */
export interface ComuneChosen {
  readonly kind: 'comune-chosen';
  readonly comune: Comune | 'elsewhere';
}
