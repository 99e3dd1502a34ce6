/** What the words that always work do. */
import { danger } from './crisis-memory.ts';
import type { Command } from './flow/words-schema.ts';
import { change, emit, type Run, say, stopWaiting } from './run.ts';
import { aside } from './talk.ts';
import { walk, walkFrom } from './walk.ts';

const EFFECTS: { readonly [C in Command]: (run: Run) => void } = {
  menu: goToMenu,
  person: (run) => aside(run, 'persona', danger(run) === null ? 'chiesta' : 'crisi'),
  back: goBack,
  help: (run) => aside(run, 'aiuto'),
  'who-reads': (run) => aside(run, 'chi-legge'),
  simpler,
  language: (run) => aside(run, 'lingua'),
  stop,
};

export function command(run: Run, wanted: Command): void {
  change(run, { misses: 0 });
  EFFECTS[wanted](run);
}

function goToMenu(run: Run): void {
  change(run, { trail: [], returns: [], clarifying: null });
  walk(run, { to: 'flow', flow: 'menu', step: null });
}

/** A choice is explained once; who does not understand it a second time is offered a person. */
function simpler(run: Run): void {
  const { clarifying } = run.state;
  if (clarifying !== null) change(run, { clarifying: { ...clarifying, explained: true } });
  aside(run, 'semplice', clarifying?.explained ? 'scusa' : null);
}

/** The question before this one; when there is none, the menu. */
function goBack(run: Run): void {
  const trail = [...run.state.trail];
  const last = trail.pop();
  change(run, { trail, returns: [], clarifying: null });
  stopWaiting(run);
  if (last !== undefined && run.core.flows.flows.get(last.flow)?.steps[last.step] !== undefined) {
    walkFrom(run, { position: last, again: false });
  } else walk(run, { to: 'flow', flow: 'menu', step: null });
}

/** Says good-bye once; nothing is sent until the citizen writes again. */
function stop(run: Run): void {
  change(run, { stopped: true, trail: [], returns: [], clarifying: null, pending: null });
  stopWaiting(run);
  say(run, 'stop.fatto');
  emit(run, { kind: 'conversation-stopped' });
}
