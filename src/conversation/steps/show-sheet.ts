import { z } from 'zod';
import { readTarget, TargetText } from '../flow/target.ts';
import { ASPECTS } from '../ports.ts';
import { change } from '../run.ts';
import { showSheet } from '../sheets.ts';
import type { StepKind } from './step.ts';

const ShowSheet = z.strictObject({
  kind: z.literal('show-sheet'),
  /** `topic`: the sheet and the part the talk is about. `topic-simple`: the same sheet in its simplest form. */
  sheet: z.string(),
  aspect: z.enum(ASPECTS).exactOptional(),
  next: TargetText,
});
type ShowSheet = z.infer<typeof ShowSheet>;

/** Quotes a sheet. */
export const showSheetStep: StepKind<ShowSheet> = {
  schema: ShowSheet,
  enter(step, run) {
    const { topic } = run.state;
    if (step.sheet === 'topic-simple' && topic !== null) {
      change(run, { topic: { sheet: topic.sheet, aspect: null, simple: true } });
    }
    if (!step.sheet.startsWith('topic')) {
      change(run, { topic: { sheet: step.sheet, aspect: step.aspect ?? null } });
    }
    showSheet(run);
    return { does: 'go', target: readTarget(step.next) };
  },
  exits: (step) => [{ target: step.next, label: null }],
  phrases: () => [],
  waits: false,
};
