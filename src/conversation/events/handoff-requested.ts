/** A person is wanted. */
export interface HandoffRequested {
  readonly kind: 'handoff-requested';
  readonly reason: HandoffReason;
}

export const HANDOFF_REASONS = ['asked', 'crisis', 'not-understood'] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];
