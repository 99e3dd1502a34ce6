/** A danger is kept in mind for some hours, so that what follows it is answered with care. */
import { LIMITS } from './limits.ts';
import { change, type Run, sayPart } from './run.ts';
import type { ConversationState } from './state.ts';

const HOUR = 3_600_000;

/** The danger recognised in the last hours, or null. */
export function danger(run: Run): ConversationState['crisis'] {
  const { crisis } = run.state;
  if (crisis === null) return null;
  const age = run.turn.now.getTime() - Date.parse(crisis.at);
  return age <= LIMITS.dangerHours * HOUR ? crisis : null;
}

/** Says again where to call, in a line, as long as reminders are due. False: none is. */
export function remind(run: Run, key: 'crisi.ricorda' | 'crisi.ancora'): boolean {
  const known = danger(run);
  if (known === null || known.reminders === 0) return false;
  sayPart(run, key, known.kind);
  change(run, { crisis: { ...known, reminders: known.reminders - 1 } });
  return true;
}
