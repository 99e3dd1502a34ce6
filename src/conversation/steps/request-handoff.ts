import { z } from 'zod';
import { HANDOFF_REASONS } from '../events/handoff-requested.ts';
import { readTarget, TargetText } from '../flow/target.ts';
import { emit } from '../run.ts';
import type { StepKind } from './step.ts';

const RequestHandoff = z.strictObject({
  kind: z.literal('request-handoff'),
  reason: z.enum(HANDOFF_REASONS),
  next: TargetText,
});
type RequestHandoff = z.infer<typeof RequestHandoff>;

/** Records that a person is wanted. */
export const requestHandoffStep: StepKind<RequestHandoff> = {
  schema: RequestHandoff,
  enter(step, run) {
    emit(run, { kind: 'handoff-requested', reason: step.reason });
    return { does: 'go', target: readTarget(step.next) };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: () => [],
  waits: false,
};
