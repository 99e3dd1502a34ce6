/** The one contract of all kinds of step. */
import type { z } from 'zod';
import type { Target, TargetText } from '../flow/target.ts';
import type { Run } from '../run.ts';
import type { Position } from '../state.ts';

/** What follows a step that has been entered. */
export type Outcome =
  | { readonly does: 'go'; readonly target: Target }
  /** The step has put a question: the turn ends here. */
  | { readonly does: 'wait' }
  /** Another flow runs, then the talk goes on at `back`. */
  | { readonly does: 'call'; readonly target: Target; readonly back: Target }
  /** The flow is over: back to the caller, or nothing waits. */
  | { readonly does: 'end' };

/** A way out of a step, for pictures and checks; `label`: the choice or condition that leads there. */
export interface Exit {
  readonly target: TargetText;
  readonly label: string | null;
}

export interface StepKind<S> {
  readonly schema: z.ZodType<S>;
  /** Does what the step does when the talk arrives at it. `again`: its question was already put once. */
  enter(step: S, run: Run, here: Position, again: boolean): Outcome;
  exits(step: S): readonly Exit[];
  /** Keys of the phrases it says. */
  phrases(step: S): readonly string[];
  /** Whether it waits for the citizen. */
  readonly waits: boolean;
}
