/** A state made with older flows: when the step it waits at is gone, the talk begins again at the nearest safe one. */
import type { Flow } from './flow/schema.ts';
import { change, emit, type Run, say, stopWaiting } from './run.ts';
import { placeIn, walkFrom } from './walk.ts';

export function recover(run: Run): void {
  const { waiting } = run.state;
  const { flows } = run.core.flows;
  if (waiting === null) return;
  const flow = flows.get(waiting.flow);
  const step = flow?.steps[waiting.step];
  const waits = step?.kind === 'ask-choice' || step?.kind === 'ask-question';
  if (flow !== undefined && waits) {
    if (flow.version !== waiting.version) change(run, { waiting: placeIn(flow, waiting.step) });
    return;
  }
  emit(run, { kind: 'flow-restarted', flow: waiting.flow });
  say(run, 'ripartenza');
  const safe = flow !== undefined && mayBegin(flow) ? flow : flows.get('menu');
  change(run, { returns: [], clarifying: null });
  stopWaiting(run);
  if (safe !== undefined) walkFrom(run, { position: placeIn(safe, safe.start), again: false });
}

/** A flow whose first step records something is not begun twice. */
function mayBegin(flow: Flow): boolean {
  const first = flow.steps[flow.start]?.kind;
  return first !== undefined && first !== 'request-handoff' && first !== 'record-need';
}
