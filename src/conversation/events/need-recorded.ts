/** The citizen chose a kind of need. */
export interface NeedRecorded {
  readonly kind: 'need-recorded';
  readonly area: NeedArea;
}

/** The areas of need, as in the sheets. */
export const NEED_AREAS = [
  'accesso',
  'reddito',
  'casa',
  'famiglia',
  'anziani',
  'disabilita',
  'violenza',
  'immigrazione',
  'salute',
] as const;
export type NeedArea = (typeof NEED_AREAS)[number];
