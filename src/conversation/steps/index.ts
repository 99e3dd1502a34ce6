/** The register of step kinds: one without its file does not compile. */
import { z } from 'zod';
import { answerStep } from './answer.ts';
import { askChoiceStep } from './ask-choice.ts';
import { askQuestionStep } from './ask-question.ts';
import { callStep } from './call.ts';
import { endStep } from './end.ts';
import { STEP_KINDS, type StepKindName } from './kinds.ts';
import { recordNeedStep } from './record-need.ts';
import { rememberStep } from './remember.ts';
import { requestHandoffStep } from './request-handoff.ts';
import { sayStep } from './say.ts';
import { showSheetStep } from './show-sheet.ts';
import type { StepKind } from './step.ts';
import { whenStep } from './when.ts';

const REGISTER = {
  say: sayStep,
  'ask-choice': askChoiceStep,
  'ask-question': askQuestionStep,
  answer: answerStep,
  'show-sheet': showSheetStep,
  remember: rememberStep,
  when: whenStep,
  call: callStep,
  'request-handoff': requestHandoffStep,
  'record-need': recordNeedStep,
  end: endStep,
} satisfies Readonly<Record<StepKindName, unknown>>;

export type StepOf<K extends StepKindName> = z.infer<(typeof REGISTER)[K]['schema']>;
export type Step = { [K in StepKindName]: StepOf<K> }[StepKindName];

/** Any step: its `kind` says which contract it is read by. */
export const Step: z.ZodType<Step> = z
  .looseObject({ kind: z.enum(STEP_KINDS) })
  .transform((raw, context): Step => {
    const parsed: z.ZodSafeParseResult<Step> = REGISTER[raw.kind].schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, input: raw } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

/** The contract of a step's kind. The cast holds because the register's keys are the kinds themselves. */
export function kindOf(step: Step): StepKind<Step> {
  return REGISTER[step.kind] as unknown as StepKind<Step>;
}
