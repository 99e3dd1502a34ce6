/** A burst of messages, read as people mean it: pieces of one sentence together, answers and commands apart. */
import { hasWords, keycap } from './clean.ts';
import type { Core } from './core.ts';
import { type Input, textOf } from './input.ts';
import { LIMITS } from './limits.ts';
import { match } from './match.ts';
import { askable } from './question.ts';
import type { ConversationState } from './state.ts';
import { commandOf, languageNamed } from './words.ts';

/** Whether a text means something by itself: a command, a language, an answer to what waits, an emoji. */
export function standsAlone(core: Core, state: ConversationState, text: string): boolean {
  if (!hasWords(text) || keycap(text) !== null) return true;
  const { words } = core.flows;
  if (commandOf(words, text) !== null || languageNamed(words, text) !== null) return true;
  return match(text, state.offered, words, hearing(core, state)).found !== 'nothing';
}

/** How the step that waits listens for its choices. */
export function hearing(core: Core, state: ConversationState): 'whole' | 'inside' {
  const { waiting } = state;
  const step = waiting === null ? undefined : core.flows.flows.get(waiting.flow)?.steps[waiting.step];
  return step?.kind === 'ask-choice' ? step.hear : 'whole';
}

/** The inputs in order, texts that belong together joined by a line break into one. */
export function groupBurst(core: Core, state: ConversationState, inputs: readonly Input[]): Input[] {
  const groups: Input[] = [];
  let joined: string[] = [];
  const close = (): void => {
    if (joined.length > 0) groups.push({ kind: 'text', text: joined.join('\n') });
    joined = [];
  };
  for (const input of inputs.slice(0, LIMITS.burst)) {
    const text = textOf(input);
    if (input.kind !== 'text' || standsAlone(core, state, text)) {
      close();
      groups.push(input);
      continue;
    }
    joined.push(text);
    if (joined.length === LIMITS.joined) close();
  }
  close();
  return groups;
}

/**
 * Every text that the turn may ask the sheets about: each one alone, the ways neighbours can be joined, and the
 * question left pending. The pipeline retrieves them before the turn, which cannot wait.
 */
export function textsToListen(state: ConversationState, inputs: readonly Input[]): string[] {
  const read = inputs.slice(0, LIMITS.burst);
  const found = new Set<string>();
  for (const [start, first] of read.entries()) {
    const joined: string[] = [];
    for (const input of read.slice(start, start + LIMITS.joined)) {
      if (joined.length > 0 && input.kind !== 'text') break;
      joined.push(textOf(input));
      found.add(askable(joined.join('\n')));
      if (first.kind !== 'text') break;
    }
  }
  if (state.pending !== null) found.add(askable(state.pending));
  found.delete('');
  return [...found];
}
