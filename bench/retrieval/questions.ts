/** The questions of the comparison: the project's own, and the development set where it lies beside the checkout. */
import { type InScopeItem, readEvalSet } from '../../src/cli/understanding/eval-set.ts';
import { DEVELOPMENT_SET } from '../../test/support/development-set.ts';

export interface QuestionSet {
  readonly name: string;
  readonly italian: readonly InScopeItem[];
  readonly foreign: readonly InScopeItem[];
}

/** @throws when a file is missing or a line is bad, naming file and line */
export async function questionSets(): Promise<QuestionSet[]> {
  const own = { name: 'eval/', ...(await readEvalSet('eval')) };
  if (DEVELOPMENT_SET === null) return [own];
  return [own, { name: 'the development set', ...(await readEvalSet(DEVELOPMENT_SET)) }];
}
