import { z } from 'zod';
import { Name, PhraseKey, TargetText } from '../flow/target.ts';
import { offer, titles } from '../options.ts';
import { ask } from '../run.ts';
import type { StepKind } from './step.ts';

export const Option = z.strictObject({
  option: Name,
  /** Key of the label; without it the sheet's name, or `flow.step.option`. */
  label: PhraseKey.exactOptional(),
  next: TargetText,
});
export type Option = z.infer<typeof Option>;

export const AskChoice = z.strictObject({
  kind: z.literal('ask-choice'),
  phrase: PhraseKey,
  /** A shorter form, for when the question comes back after something else was answered. */
  again: PhraseKey.exactOptional(),
  /** `aspects`: the other parts of the sheet just shown. `clarifying`: the sheets that could be meant. */
  options: z.union([z.array(Option).min(1), z.enum(['aspects', 'clarifying'])]),
  /** `inside`: "vivo a Capurso" chooses Capurso. `whole`: only the choice alone does. */
  hear: z.enum(['whole', 'inside']).default('whole'),
  /** What becomes of this question when the citizen asks another instead. */
  'after-question': z.enum(['come-back', 'let-go']).default('come-back'),
  /** Whether "una persona" and "indietro" are among the choices; typed, they work anyway. */
  person: z.boolean().default(true),
  back: z.boolean().default(true),
  /** Why there may be more than five options here. */
  many: z.string().min(20).exactOptional(),
});
export type AskChoice = z.infer<typeof AskChoice>;

/** Puts a question with choices and waits. */
export const askChoiceStep: StepKind<AskChoice> = {
  schema: AskChoice,
  enter(step, run, here, again) {
    const key = again ? (step.again ?? step.phrase) : step.phrase;
    ask(run, here, key, offer(run, step, here), titles(run, step));
    return { does: 'wait' };
  },
  exits: (step) =>
    typeof step.options === 'string'
      ? [{ target: 'flow:scheda', label: step.options }]
      : step.options.map((option) => ({ target: option.next, label: option.option })),
  phrases: (step) => (step.again === undefined ? [step.phrase] : [step.phrase, step.again]),
  waits: true,
};
