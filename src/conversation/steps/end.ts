import { z } from 'zod';
import type { StepKind } from './step.ts';

const End = z.strictObject({ kind: z.literal('end') });
type End = z.infer<typeof End>;

/** Ends the flow: back to the one that called it, or nothing waits any more. */
export const endStep: StepKind<End> = {
  schema: End,
  enter: () => ({ does: 'end' }),
  exits: () => [],
  phrases: () => [],
  waits: false,
};
