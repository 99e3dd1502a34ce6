import { z } from 'zod';
import { Name, readTarget, TargetText } from '../flow/target.ts';
import type { StepKind } from './step.ts';

const Call = z.strictObject({ kind: z.literal('call'), flow: Name, next: TargetText });
type Call = z.infer<typeof Call>;

/** Runs another flow, then goes on here. */
export const callStep: StepKind<Call> = {
  schema: Call,
  enter: (step) => ({
    does: 'call',
    target: { to: 'flow', flow: step.flow, step: null },
    back: readTarget(step.next),
  }),
  exits: (step) => [
    { target: `flow:${step.flow}`, label: 'call' },
    { target: step.next, label: 'then' },
  ],
  phrases: () => [],
  waits: false,
};
