/** Questions in the middle of a flow: answered, then the flow goes on where it was. */
import { LIMITS } from './limits.ts';
import { askTheSheets } from './question.ts';
import { change, type Run, stopWaiting } from './run.ts';
import type { Position, Return } from './state.ts';
import { setAside, walk, walkFrom } from './walk.ts';

/** Answers a free text, then comes back to the step that was waiting, unless it lets go. */
export function hearQuestion(run: Run, text: string): void {
  const waiting = placeToComeBackTo(run);
  const heard = askTheSheets(run, text);
  if (heard.is === 'lead') {
    letGo(run);
    if (waiting !== null) comeBackTo(run, waiting);
    walk(run, heard.target);
  } else if (waiting !== null) {
    change(run, { insisted: run.state.insisted + 1 });
    walkFrom(run, { position: waiting, again: true });
  } else if (heard.is === 'lost') {
    walk(run, { to: 'flow', flow: 'menu', step: null });
  } else stopWaiting(run);
}

/** Puts the question that waits again: briefly, or in full when `briefly` is false. Nothing waits: the menu. */
export function askAgain(run: Run, briefly = true): void {
  const { waiting } = run.state;
  if (waiting !== null) walkFrom(run, { position: waiting, again: briefly });
  else if (!briefly) walk(run, { to: 'flow', flow: 'menu', step: null });
}

/** Runs a flow aside; the question that waits, if it is one to come back to, is put again after it. */
export function aside(run: Run, flow: string, step: string | null = null): void {
  const waiting = placeToComeBackTo(run);
  if (waiting !== null) comeBackTo(run, waiting);
  walk(run, { to: 'flow', flow, step });
}

/** A new question takes the place of those that let go, also of one that a danger had set aside. */
function letGo(run: Run): void {
  const stays = ({ position, again }: Return): boolean => {
    const step = run.core.flows.flows.get(position.flow)?.steps[position.step];
    return !again || step?.kind !== 'ask-choice' || step['after-question'] === 'come-back';
  };
  change(run, { returns: run.state.returns.filter(stays) });
}

function comeBackTo(run: Run, waiting: Position): void {
  change(run, { insisted: run.state.insisted + 1 });
  setAside(run, waiting);
}

/** The waiting question, when the flow wants its answer and has not insisted enough. */
function placeToComeBackTo(run: Run): Position | null {
  const { waiting, insisted } = run.state;
  if (waiting === null || insisted >= LIMITS.insisted) return null;
  const step = run.core.flows.flows.get(waiting.flow)?.steps[waiting.step];
  return step?.kind === 'ask-choice' && step['after-question'] === 'come-back' ? waiting : null;
}
