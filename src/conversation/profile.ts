/** What is kept of what citizens say of themselves. */
import { isLanguage, type Language } from '../lib/language.ts';
import { change, emit, type Run } from './run.ts';
import { COMUNI } from './state.ts';
import { comuneWithin } from './words.ts';

/** Keeps the Comune; any other word than one of ours means elsewhere. */
export function rememberComune(run: Run, value: string): void {
  const comune = COMUNI.find((candidate) => candidate.toLowerCase() === value.toLowerCase()) ?? 'elsewhere';
  if (run.state.profile.comune === comune) return;
  change(run, { profile: { ...run.state.profile, comune } });
  emit(run, { kind: 'comune-chosen', comune });
}

/** Keeps the Comune in which a message, said about something else, says that somebody lives. */
export function learnComune(run: Run, text: string): 'learnt' | 'corrected' | 'nothing' {
  const comune = comuneWithin(run.core.flows.words, text);
  const before = run.state.profile.comune;
  if (comune === null || comune === before) return 'nothing';
  rememberComune(run, comune);
  return before === undefined ? 'learnt' : 'corrected';
}

/** Keeps the language the citizen named. */
export function rememberLanguage(run: Run, value: string): void {
  if (isLanguage(value)) speak(run, value, true);
}

/** Speaks a language from here on. `chosen`: the citizen named it. */
export function speak(run: Run, language: Language, chosen: boolean): void {
  const before = run.state.profile;
  change(run, { profile: { ...before, language, languageChosen: chosen || before.languageChosen } });
  if (before.language !== language) emit(run, { kind: 'language-chosen', language });
}
