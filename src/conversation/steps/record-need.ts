import { z } from 'zod';
import { NEED_AREAS } from '../events/need-recorded.ts';
import { readTarget, TargetText } from '../flow/target.ts';
import { emit } from '../run.ts';
import type { StepKind } from './step.ts';

const RecordNeed = z.strictObject({
  kind: z.literal('record-need'),
  area: z.enum(NEED_AREAS),
  next: TargetText,
});
type RecordNeed = z.infer<typeof RecordNeed>;

/** Records the area of a need, without saying anything. */
export const recordNeedStep: StepKind<RecordNeed> = {
  schema: RecordNeed,
  enter(step, run) {
    emit(run, { kind: 'need-recorded', area: step.area });
    return { does: 'go', target: readTarget(step.next) };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: () => [],
  waits: false,
};
