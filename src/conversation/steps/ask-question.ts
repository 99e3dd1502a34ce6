import { z } from 'zod';
import { PhraseKey } from '../flow/target.ts';
import { offerAlways } from '../options.ts';
import { ask } from '../run.ts';
import type { StepKind } from './step.ts';

const AskQuestion = z.strictObject({ kind: z.literal('ask-question'), phrase: PhraseKey });
type AskQuestion = z.infer<typeof AskQuestion>;

/** Invites a question in the citizen's own words and waits; the sheets answer it. */
export const askQuestionStep: StepKind<AskQuestion> = {
  schema: AskQuestion,
  enter(step, run, here) {
    ask(run, here, step.phrase, offerAlways(run, { person: true, back: true }));
    return { does: 'wait' };
  },
  exits: () => [{ target: 'flow:scheda', label: 'question' }],
  phrases: (step) => [step.phrase],
  waits: true,
};
