/** A turn of the conversation: what the citizen wrote goes in, the next state and what happened come out. */
import { marked } from '../lib/right-to-left.ts';
import { groupBurst } from './burst.ts';
import { press } from './choose.ts';
import type { Core, Turn, TurnResult } from './core.ts';
import { answerDanger, findDanger, mindDoubt } from './emergency.ts';
import { hearMedia } from './hear-media.ts';
import { hearText } from './hear-text.ts';
import { type Input, textOf } from './input.ts';
import { hintedLanguage } from './language.ts';
import { toMessages } from './message.ts';
import { offerEnd } from './options.ts';
import { speak } from './profile.ts';
import { recover } from './recover.ts';
import { beginRun, change, emit, languageOf, offerChoices, type Run } from './run.ts';
import type { ConversationState } from './state.ts';
import { askAgain } from './talk.ts';
import { walk } from './walk.ts';
import { introduce, welcome } from './welcome.ts';

/**
 * Takes one turn. Never throws for what a citizen can write; never ends in silence. All that was said is one message,
 * or more past the length limit.
 */
export function takeTurn(core: Core, state: ConversationState, turn: Turn): TurnResult {
  const run = beginRun(core, state, turn);
  if (run.state.stopped) {
    change(run, { stopped: false });
    emit(run, { kind: 'conversation-resumed' });
  }
  const danger = findDanger(core, turn.inputs);
  if (danger !== null) answerDanger(run, danger);
  else {
    const hinted = hintedLanguage(turn.languageHint);
    if (run.state.profile.language === undefined && hinted !== null) speak(run, hinted, false);
    recover(run);
    for (const input of groupBurst(core, run.state, turn.inputs)) hear(run, input);
    mindDoubt(run);
  }
  return finish(run);
}

function hear(run: Run, input: Input): void {
  if (input.kind === 'choice') {
    introduce(run);
    press(run, input.choiceId);
    return;
  }
  const text = textOf(input);
  if (input.kind !== 'text') {
    if (!run.state.welcomed && text === '') welcome(run);
    else introduce(run);
    hearMedia(run, input, text !== '');
  }
  if (input.kind === 'text' || text !== '') hearText(run, text);
  else if (run.question === null) askAgain(run);
}

/** Flows after which a question that was set aside is answered; elsewhere the citizen's words are forgotten. */
const KEEPS_QUESTION = ['lingua', 'crisi'];

/** The question put last ends the message; when none waits, the menu and a person are at hand. */
function finish(run: Run): TurnResult {
  if (!run.state.stopped) endWithChoices(run);
  if (!KEEPS_QUESTION.includes(run.state.waiting?.flow ?? '')) change(run, { pending: null });
  const messages = toMessages(run.paragraphs, run.question ?? { text: '', choices: [] });
  const said = messages.map((message) => ({ ...message, text: marked(message.text, languageOf(run)) }));
  return { state: run.state, events: [...run.events, ...said] };
}

function endWithChoices(run: Run): void {
  if (run.question === null && run.state.waiting !== null) askAgain(run);
  if (run.question === null && run.paragraphs.length === 0)
    walk(run, { to: 'flow', flow: 'menu', step: null });
  if (run.question === null) offerChoices(run, '', offerEnd(run));
}
