/** Something of ours was wrong; the talk went on. */
export interface TroubleMet {
  readonly kind: 'trouble-met';
  readonly code: TroubleCode;
}

/** Stable words, for staff and logs. */
export const TROUBLE_CODES = [
  'too-many-steps',
  'flow-missing',
  'step-missing',
  'sheet-missing',
  'phrase-missing',
] as const;
export type TroubleCode = (typeof TROUBLE_CODES)[number];
