import type { Handler } from './handler.ts';
import { keep } from './keep.ts';

export const handoffRequested: Handler<'handoff-requested'> = (event) => [
  ...keep(event),
  { effect: 'request-person', reason: event.reason, crisis: null },
];
