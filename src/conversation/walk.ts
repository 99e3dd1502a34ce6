/** Walking from step to step until one waits, the talk ends or the limit is met. */

import type { TroubleCode } from './events/trouble-met.ts';
import type { Flow } from './flow/schema.ts';
import type { Target } from './flow/target.ts';
import { LIMITS } from './limits.ts';
import { change, emit, type Run, say, stopWaiting } from './run.ts';
import type { Position, Return } from './state.ts';
import { kindOf } from './steps/index.ts';

/** Goes to a target; `flow`: the flow that a bare step name belongs to. */
export function walk(run: Run, target: Target, flow = 'menu'): void {
  const here = locate(run, target, flow);
  if (here === null) trouble(run, 'flow-missing');
  else walkFrom(run, { position: here, again: false });
}

/** Goes on at a place; `again`: its question was already put once. */
export function walkFrom(run: Run, start: Return): void {
  let next: Return | null = start;
  while (next !== null) next = takeStep(run, next);
}

/** Takes one step: where to go on, or null when the turn has a question, an end or trouble. */
function takeStep(run: Run, { position: here, again }: Return): Return | null {
  run.steps += 1;
  if (run.steps > LIMITS.steps) return trouble(run, 'too-many-steps');
  const step = run.core.flows.flows.get(here.flow)?.steps[here.step];
  if (step === undefined) return trouble(run, 'step-missing');
  const outcome = kindOf(step).enter(step, run, here, again);
  if (outcome.does === 'wait') return null;
  if (outcome.does === 'end') return goBack(run);
  const back = outcome.does === 'call' ? locate(run, outcome.back, here.flow) : null;
  if (back !== null) pushReturn(run, { position: back, again: false });
  const position = locate(run, outcome.target, here.flow);
  if (position === null) return trouble(run, 'flow-missing');
  return { position, again: again && step.kind === 'when' };
}

/** Back to the flow that called this one; when none did, nothing waits any more. */
function goBack(run: Run): Return | null {
  const back = popReturn(run);
  if (back === null) stopWaiting(run);
  return back;
}

/** Where a target is; a sheet becomes what the talk is about. Null when the flow does not exist. */
function locate(run: Run, target: Target, current: string): Position | null {
  if (target.to === 'sheet') change(run, { topic: { sheet: target.slug, aspect: null }, clarifying: null });
  const name = target.to === 'sheet' ? 'scheda' : target.to === 'flow' ? target.flow : current;
  const flow = run.core.flows.flows.get(name);
  if (flow === undefined) return null;
  const step = target.to === 'sheet' ? null : target.step;
  return placeIn(flow, step ?? flow.start);
}

export function placeIn(flow: Flow, step: string): Position {
  return { flow: flow.flow, version: flow.version, step };
}

/** Where a question that is set aside begins again: at its flow's first step when that decides if it is still needed. */
export function setAside(run: Run, waiting: Position): void {
  const flow = run.core.flows.flows.get(waiting.flow);
  const decides = flow !== undefined && flow.steps[flow.start]?.kind === 'when';
  pushReturn(run, { position: decides ? placeIn(flow, flow.start) : waiting, again: true });
}

export function pushReturn(run: Run, back: Return): void {
  change(run, { returns: [...run.state.returns, back].slice(-LIMITS.returns) });
}

/** The latest place to go back to that still exists. */
function popReturn(run: Run): Return | null {
  const returns = [...run.state.returns];
  let found: Return | null = null;
  while (found === null && returns.length > 0) {
    const last = returns.pop();
    if (last && run.core.flows.flows.get(last.position.flow)?.steps[last.position.step]) found = last;
  }
  change(run, { returns });
  return found;
}

/** Something of ours is wrong: say so kindly, forget the way, and leave the menu and a person at hand. */
export function trouble(run: Run, code: TroubleCode): null {
  emit(run, { kind: 'trouble-met', code });
  say(run, 'guaio');
  change(run, { returns: [], trail: [], clarifying: null });
  stopWaiting(run);
  return null;
}
