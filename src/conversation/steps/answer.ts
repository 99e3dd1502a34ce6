import { z } from 'zod';
import { readTarget, TargetText } from '../flow/target.ts';
import { askTheSheets } from '../question.ts';
import { change } from '../run.ts';
import type { StepKind } from './step.ts';

const Answer = z.strictObject({ kind: z.literal('answer'), next: TargetText });
type Answer = z.infer<typeof Answer>;

/** Answers the question the citizen began with, if there is one, then goes on. */
export const answerStep: StepKind<Answer> = {
  schema: Answer,
  enter(step, run) {
    const next = readTarget(step.next);
    const { pending } = run.state;
    if (pending === null) return { does: 'go', target: next };
    change(run, { pending: null });
    const heard = askTheSheets(run, pending);
    return heard.is === 'lead'
      ? { does: 'call', target: heard.target, back: next }
      : { does: 'go', target: next };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: () => [],
  waits: false,
};
