/** Danger: looked for in every turn before anything else, answered before anything else. */
import { isLanguage, REPLY_LANGUAGES, type ReplyLanguage } from '../lib/language.ts';
import type { CrisisFinding, CrisisKind } from '../safety/crisis.ts';
import { clean, cut, hasWords } from './clean.ts';
import type { Core } from './core.ts';
import { danger, remind } from './crisis-memory.ts';
import { type Input, textOf } from './input.ts';
import { hintedLanguage } from './language.ts';
import { LIMITS } from './limits.ts';
import { learnComune, speak } from './profile.ts';
import { askable, understand } from './question.ts';
import { change, emit, languageOf, type Run, say, sayPart, sayText } from './run.ts';
import { setAside, walk } from './walk.ts';

/** The gravest danger in what was written: in each text, and in all of them read as one. */
export function findDanger(core: Core, inputs: readonly Input[]): CrisisFinding | null {
  const findings = textsSearched(inputs).flatMap((text) => core.ports.recogniseCrisis(text) ?? []);
  return findings.find(({ urgency }) => urgency === 'now') ?? findings[0] ?? null;
}

/**
 * Ends an ordinary answer with where to call, when what was written may be about a danger and this is not sure enough
 * to answer it first: nobody in danger is left with a sheet alone, nobody else is frightened.
 */
export function mindDoubt(run: Run): void {
  if (danger(run) !== null) return;
  const [kind] = textsSearched(run.turn.inputs).flatMap((text) => run.core.ports.suspectCrisis(text) ?? []);
  if (kind !== undefined) sayPart(run, 'crisi.ricorda', kind);
}

function textsSearched(inputs: readonly Input[]): string[] {
  const texts = inputs.map(textOf).filter((text) => text !== '');
  return (texts.length > 1 ? [...texts, texts.join('\n')] : texts).flatMap(ends);
}

/** A very long text is read at both its ends. */
function ends(text: string): string[] {
  if (text.length <= 2 * LIMITS.danger) return [text];
  return [cut(text, LIMITS.danger), clean(text.slice(-LIMITS.danger))];
}

/**
 * The language the danger is answered in: the one that was chosen, else that of what is written, else that of the words
 * that told it, else the talk's. The talk follows it when it is one of the assistant's.
 */
function speakTheirs(run: Run, finding: CrisisFinding): ReplyLanguage {
  const { profile } = run.state;
  if (profile.languageChosen) return languageOf(run);
  const texts = textsOf(run);
  const telling = texts.find((text) => run.core.ports.recogniseCrisis(text) !== null) ?? texts.at(-1) ?? '';
  const theirs = run.core.ports.knowledge.writtenLanguage(askable(telling));
  const told = REPLY_LANGUAGES.find((language) => language === finding.language) ?? null;
  const language =
    theirs ?? (profile.language === undefined ? (told ?? hintedLanguage(run.turn.languageHint)) : null);
  if (language !== null && isLanguage(language)) speak(run, language, false);
  return language ?? languageOf(run);
}

function textsOf(run: Run): string[] {
  return run.turn.inputs.slice(0, LIMITS.burst).map(textOf).filter(hasWords);
}

/** What was asked beside the danger, when a sheet answers it: for when the citizen chooses to go on. */
function questionWithin(run: Run): string | null {
  return textsOf(run).findLast((text) => understand(run, text).outcome === 'answer') ?? null;
}

/** A danger that goes on keeps its kind, unless words say that another has come, or somebody's body is in danger. */
function kindOf(run: Run, { kind, by }: CrisisFinding): CrisisKind {
  const known = danger(run);
  const isOfTheBody = kind === 'medical' || kind === 'overdose';
  return known !== null && by === 'likeness' && !isOfTheBody ? known.kind : kind;
}

/**
 * Says where to call, again in a line when the same danger goes on; records it, then offers a person. The question that
 * was waiting comes back when the citizen chooses to go on.
 */
export function answerDanger(run: Run, finding: CrisisFinding): void {
  const { waiting } = run.state;
  const language = speakTheirs(run, finding);
  for (const text of textsOf(run)) learnComune(run, text);
  const kind = kindOf(run, finding);
  const goesOn = finding.by === 'likeness' && danger(run)?.kind === kind;
  // The line is one of the talk's phrases: who writes in a language that only dangers are answered in gets the whole.
  const isReminded = goesOn && language === languageOf(run) && remind(run, 'crisi.ancora');
  if (!isReminded) sayText(run, run.core.emergencyReply(kind, language));
  emit(run, {
    kind: 'crisis-recognised',
    crisis: kind,
    urgency: finding.urgency,
    pattern: finding.pattern,
  });
  const at = run.turn.now.toISOString();
  change(run, {
    crisis: { kind, at, reminders: goesOn ? (run.state.crisis?.reminders ?? 0) : LIMITS.reminders },
    misses: 0,
    pending: questionWithin(run),
  });
  if (!run.state.welcomed) {
    say(run, 'crisi.chi-sono');
    change(run, { welcomed: true });
  }
  if (waiting !== null && waiting.flow !== 'crisi') setAside(run, waiting);
  walk(run, { to: 'flow', flow: 'crisi', step: null });
}
