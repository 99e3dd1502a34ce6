import { z } from 'zod';
import { readTarget, TargetText } from '../flow/target.ts';
import { rememberComune, rememberLanguage } from '../profile.ts';
import type { StepKind } from './step.ts';

const Remember = z.strictObject({
  kind: z.literal('remember'),
  fact: z.enum(['comune', 'language']),
  /** `answer`: the option that has just been chosen. */
  value: z.literal('answer'),
  next: TargetText,
});
type Remember = z.infer<typeof Remember>;

/** Keeps what the citizen has just said of themselves. */
export const rememberStep: StepKind<Remember> = {
  schema: Remember,
  enter(step, run) {
    if (run.answer !== null) {
      if (step.fact === 'comune') rememberComune(run, run.answer);
      else rememberLanguage(run, run.answer);
    }
    return { does: 'go', target: readTarget(step.next) };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: () => [],
  waits: false,
};
