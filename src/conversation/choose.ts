/** A choice is made: by its button, even an old one, or by what was typed. */
import { hearing } from './burst.ts';
import { type ChoiceMeaning, readChoiceId } from './choices.ts';
import { command } from './commands.ts';
import { readTarget } from './flow/target.ts';
import { match } from './match.ts';
import { turnTo } from './question.ts';
import { change, type Run, say } from './run.ts';
import type { Option } from './steps/ask-choice.ts';
import { askAgain } from './talk.ts';
import { walk } from './walk.ts';

/** Does what a choice's id means; one whose meaning is gone is said to be old, and the question is put again. */
export function press(run: Run, id: string): void {
  const meaning = readChoiceId(id, run.core.flows.sheets);
  const option = meaning.is === 'option' ? findOption(run, meaning) : undefined;
  if (meaning.is === 'always') command(run, meaning.what);
  else if (meaning.is === 'sheet') {
    turnTo(run, { sheet: meaning.slug, aspect: meaning.aspect });
    walk(run, { to: 'flow', flow: 'scheda', step: null });
  } else if (meaning.is === 'option' && option !== undefined) {
    change(run, { misses: 0 });
    run.question = null;
    run.answer = option.option;
    walk(run, readTarget(option.next), meaning.flow);
  } else {
    say(run, 'scelta.vecchia');
    askAgain(run, false);
  }
}

function findOption(run: Run, meaning: Extract<ChoiceMeaning, { is: 'option' }>): Option | undefined {
  const step = run.core.flows.flows.get(meaning.flow)?.steps[meaning.step];
  if (step?.kind !== 'ask-choice' || typeof step.options === 'string') return undefined;
  return step.options.find(({ option }) => option === meaning.option);
}

/** Makes the offered choice that a text means. False: it means none. */
export function pressOffered(run: Run, text: string): boolean {
  const found = match(text, run.state.offered, run.core.flows.words, hearing(run.core, run.state));
  if (found.found === 'nothing') return false;
  if (found.found === 'choice') press(run, found.id);
  else {
    say(run, 'scelta.numero', { last: String(run.state.offered.length) });
    askAgain(run);
  }
  return true;
}
