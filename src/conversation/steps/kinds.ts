/** The kinds of step. Each is a file of this folder with the same name and a heading in the authors' guide. */
export const STEP_KINDS = [
  'say',
  'ask-choice',
  'ask-question',
  'answer',
  'show-sheet',
  'remember',
  'when',
  'call',
  'request-handoff',
  'record-need',
  'end',
] as const;
export type StepKindName = (typeof STEP_KINDS)[number];
