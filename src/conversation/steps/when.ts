import { z } from 'zod';
import { readTarget, TargetText } from '../flow/target.ts';
import type { Run } from '../run.ts';
import { isSimplest } from '../sheets.ts';
import type { StepKind } from './step.ts';

const When = z.strictObject({
  kind: z.literal('when'),
  /**
   * `comune-here`: one of this Ambito. `topic-simplest`: it was just shown in its simplest form. `clarifying`: several
   * sheets are offered. `caller`: a flow goes on after this one.
   */
  fact: z.enum(['comune', 'comune-here', 'language', 'topic', 'topic-simplest', 'clarifying', 'caller']),
  known: TargetText,
  otherwise: TargetText,
});
type When = z.infer<typeof When>;

function holds(fact: When['fact'], run: Run): boolean {
  const { profile, topic, returns } = run.state;
  switch (fact) {
    case 'comune':
      return profile.comune !== undefined;
    case 'comune-here':
      return profile.comune !== undefined && profile.comune !== 'elsewhere';
    case 'language':
      return profile.language !== undefined;
    case 'topic':
      return topic !== null;
    case 'topic-simplest':
      return topic !== null && isSimplest(run, topic);
    case 'clarifying':
      return run.state.clarifying !== null;
    case 'caller':
      return returns.length > 0;
  }
}

/** Goes one way when a fact is known, another when it is not. */
export const whenStep: StepKind<When> = {
  schema: When,
  enter: (step, run) => ({
    does: 'go',
    target: readTarget(holds(step.fact, run) ? step.known : step.otherwise),
  }),
  exits: (step) => [
    { target: step.known, label: step.fact },
    { target: step.otherwise, label: `no ${step.fact}` },
  ],
  phrases: () => [],
  waits: false,
};
