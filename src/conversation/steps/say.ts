import { z } from 'zod';
import { PhraseKey, readTarget, TargetText } from '../flow/target.ts';
import { say } from '../run.ts';
import type { StepKind } from './step.ts';

const Say = z.strictObject({ kind: z.literal('say'), phrase: PhraseKey, next: TargetText });
type Say = z.infer<typeof Say>;

/** Says a phrase and goes on. */
export const sayStep: StepKind<Say> = {
  schema: Say,
  enter(step, run) {
    say(run, step.phrase);
    return { does: 'go', target: readTarget(step.next) };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: (step) => [step.phrase],
  waits: false,
};
