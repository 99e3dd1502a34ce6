import type { Handler } from './handler.ts';
import { keep } from './keep.ts';

/** Staff are flagged silently: the citizen is not told that a request was opened on their words. */
export const crisisRecognised: Handler<'crisis-recognised'> = (event) => [
  ...keep(event),
  { effect: 'request-person', reason: 'crisis', crisis: { kind: event.crisis, urgency: event.urgency } },
];
