/** A turn while it is being taken: what has changed, been said and happened so far. It lives for one turn only. */
import type { Language } from '../lib/language.ts';
import type { Core, Turn } from './core.ts';
import type { ConversationEvent } from './events/index.ts';
import type { SaidChoice } from './events/message-said.ts';
import { LIMITS } from './limits.ts';
import { type Blanks, fill, partKey, phrase } from './phrases.ts';
import type { ConversationState, OfferedChoice, Position } from './state.ts';

export interface Question {
  readonly text: string;
  readonly choices: readonly SaidChoice[];
}

export interface Run {
  readonly core: Core;
  readonly turn: Turn;
  state: ConversationState;
  readonly events: ConversationEvent[];
  readonly paragraphs: string[];
  /** The question put in this turn; a later one takes its place. */
  question: Question | null;
  /** The option just chosen, for the steps that follow it. */
  answer: string | null;
  /** Steps walked so far. */
  steps: number;
}

/** A choice to offer, with the short form of its label. */
export interface Offer extends OfferedChoice {
  readonly short?: string;
}

export function beginRun(core: Core, state: ConversationState, turn: Turn): Run {
  return { core, turn, state, events: [], paragraphs: [], question: null, answer: null, steps: 0 };
}

export function change(run: Run, changes: Partial<ConversationState>): void {
  run.state = { ...run.state, ...changes };
}

export function emit(run: Run, event: ConversationEvent): void {
  run.events.push(event);
}

/** The language to speak: the one of the talk, or Italian. */
export function languageOf(run: Run): Language {
  return run.state.profile.language ?? 'it';
}

/** A phrase ready to be said; null when no language has it, which is recorded. */
export function wording(run: Run, key: string, blanks: Blanks = {}): string | null {
  const text = phrase(run.core.phrases, key, languageOf(run));
  if (text === null) {
    emit(run, { kind: 'trouble-met', code: 'phrase-missing' });
    return null;
  }
  const { comune } = run.state.profile;
  return fill(text, {
    ambito: run.core.ambito.name,
    notice: run.core.links.notice,
    ...(comune === undefined || comune === 'elsewhere' ? {} : { comune }),
    ...blanks,
  });
}

/** Says a phrase in this turn's message; what was already said in it is not repeated. */
export function say(run: Run, key: string, blanks: Blanks = {}): void {
  const text = wording(run, key, blanks);
  if (text !== null) sayText(run, text);
}

/** Says the phrase of this key and part ("crisi.ricorda.violence"), or the one of the key alone. */
export function sayPart(run: Run, key: string, part: string): void {
  say(run, partKey(run.core.phrases, key, part, languageOf(run)));
}

export function sayText(run: Run, text: string): void {
  if (text !== '' && !run.paragraphs.includes(text)) run.paragraphs.push(text);
}

export function samePlace(one: Position | null, other: Position | null): boolean {
  return one !== null && other !== null && one.flow === other.flow && one.step === other.step;
}

/** Puts a question and waits at `here`; the question left behind can be reached with "indietro". `lines`: under it. */
export function ask(
  run: Run,
  here: Position,
  key: string,
  offers: readonly Offer[],
  lines: readonly string[] = [],
): void {
  const { waiting } = run.state;
  let { trail } = run.state;
  if (!samePlace(waiting, here)) {
    if (waiting !== null && canGoBackTo(run, waiting)) trail = [...trail, waiting].slice(-LIMITS.trail);
    change(run, { insisted: 0 });
  }
  if (samePlace(trail.at(-1) ?? null, here)) trail = trail.slice(0, -1);
  change(run, { trail, waiting: here });
  offerChoices(run, [wording(run, key) ?? '', ...lines].join('\n'), offers);
}

/** Ends the message with a text, which may be empty, and choices that can be pressed or typed. */
export function offerChoices(run: Run, text: string, offers: readonly Offer[]): void {
  const choices = offers.map(({ id, label, short }) =>
    short === undefined ? { id, label } : { id, label, short },
  );
  run.question = { text, choices };
  change(run, { offered: offers.map(({ id, label, words }) => ({ id, label, words: [...words] })) });
}

/** Only questions whose choices are written in the flow (the others depend on the talk), and not those asked once. */
function canGoBackTo(run: Run, position: Position): boolean {
  const step = run.core.flows.flows.get(position.flow)?.steps[position.step];
  if (step?.kind === 'ask-question') return true;
  return (
    step?.kind === 'ask-choice' && typeof step.options !== 'string' && step['after-question'] === 'let-go'
  );
}

/** Nothing waits for an answer any more. */
export function stopWaiting(run: Run): void {
  run.question = null;
  change(run, { waiting: null, offered: [], insisted: 0 });
}
