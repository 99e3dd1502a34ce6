/** What a text is taken for: each ear in turn, the first that recognises it answers. */

import { pressOffered } from './choose.ts';
import { hasLetters, hasWords, holdsTaxCode, isKindEmoji, keycap } from './clean.ts';
import { command } from './commands.ts';
import { hearLanguage } from './language.ts';
import { learnComune, rememberComune, rememberLanguage } from './profile.ts';
import { understand } from './question.ts';
import { type Run, say } from './run.ts';
import { askAgain, hearQuestion } from './talk.ts';
import { walk } from './walk.ts';
import { introduce, welcome } from './welcome.ts';
import { commandOf, comuneNamed, languageNamed } from './words.ts';

/** True when the text was recognised and answered. */
type Ear = (run: Run, text: string) => boolean;

const EARS: readonly Ear[] = [commandEar, languageEar, pressOffered, emojiEar, comuneEar, questionEar];

export function hearText(run: Run, text: string): void {
  if (hasLetters(text)) hearLanguage(run, text);
  EARS.some((ear) => ear(run, text));
  if (holdsTaxCode(text)) say(run, 'dati.codice-fiscale');
}

/** The words that always work. */
function commandEar(run: Run, text: string): boolean {
  const wanted = commandOf(run.core.flows.words, text);
  if (wanted === null) return false;
  if (wanted === 'menu' && !run.state.welcomed) welcome(run);
  else {
    introduce(run);
    command(run, wanted);
  }
  return true;
}

/** A language's name: it changes the language, or answers the question of the language. */
function languageEar(run: Run, text: string): boolean {
  const language = languageNamed(run.core.flows.words, text);
  if (language === null) return false;
  if (run.state.waiting?.flow === 'lingua' && pressOffered(run, text)) return true;
  rememberLanguage(run, language);
  if (!run.state.welcomed) welcome(run);
  else {
    say(run, 'lingua.fatto');
    askAgain(run, false);
  }
  return true;
}

/** Emoji and nothing else: a kind one says yes or thanks, any other is a greeting. */
function emojiEar(run: Run, text: string): boolean {
  if (hasWords(text) || keycap(text) !== null) return false;
  if (!run.state.welcomed) welcome(run);
  else if (isKindEmoji(text)) {
    if (pressOffered(run, 'sì')) return true;
    say(run, 'parole.thanks');
    askAgain(run);
  } else {
    say(run, 'parole.greeting');
    if (run.state.waiting !== null) askAgain(run);
    else walk(run, { to: 'flow', flow: 'menu', step: null });
  }
  return true;
}

/** A Comune by itself, also when it is not asked. */
function comuneEar(run: Run, text: string): boolean {
  const comune = comuneNamed(run.core.flows.words, text);
  if (comune === null || !run.state.welcomed) return false;
  rememberComune(run, comune);
  say(run, 'comune.grazie');
  askAgain(run);
  return true;
}

/** Anything else is a question to the sheets. */
function questionEar(run: Run, text: string): boolean {
  const isCorrected = learnComune(run, text) === 'corrected' && run.state.welcomed;
  if (isCorrected) say(run, 'comune.grazie');
  if (isCorrected && understand(run, text).outcome === 'none') askAgain(run);
  else if (run.state.welcomed) hearQuestion(run, text);
  else welcome(run, text);
  return true;
}
