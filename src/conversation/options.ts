/** The choices a question offers: those of the flow, those a sheet gives, and those that are always there. */
import { ALWAYS, sheetChoiceId, stepChoiceId } from './choices.ts';
import { readTarget } from './flow/target.ts';
import { LIMITS } from './limits.ts';
import { label, sheetLabel } from './phrases.ts';
import { emit, languageOf, type Offer, type Run } from './run.ts';
import { partOf, sheetName, sheetTitle } from './sheets.ts';
import type { Position } from './state.ts';
import type { AskChoice, Option } from './steps/ask-choice.ts';

/** What a choice step offers here and now. */
export function offer(run: Run, step: AskChoice, here: Position): Offer[] {
  return [...meaningful(run, step, here), ...offerAlways(run, step)];
}

/** The sheets to choose from by their whole names, numbered as the choices are: a button has only the short one. */
export function titles(run: Run, step: AskChoice): string[] {
  if (step.options !== 'clarifying') return [];
  return (run.state.clarifying?.options ?? []).map((slug, at) => `${at + 1}. ${sheetName(run, slug)}`);
}

function meaningful(run: Run, step: AskChoice, here: Position): Offer[] {
  if (step.options === 'aspects') return aspects(run);
  if (step.options === 'clarifying') {
    const slugs = run.state.clarifying?.options ?? [];
    return slugs.map((slug) => offerSheet(run, slug));
  }
  return step.options.map((option) => offerOption(run, option, here));
}

function offerOption(run: Run, option: Option, here: Position): Offer {
  const id = stepChoiceId(here.flow, here.step, option.option);
  const target = readTarget(option.next);
  if (option.label === undefined && target.to === 'sheet') return { ...offerSheet(run, target.slug), id };
  return offerLabel(run, id, option.label ?? id);
}

function offerSheet(run: Run, slug: string): Offer {
  const short = sheetLabel(run.core.phrases, slug, languageOf(run));
  const title = sheetTitle(run, slug);
  return {
    id: sheetChoiceId(slug, run.state.clarifying?.aspect ?? null),
    label: short ?? title,
    words: [title],
  };
}

/** The parts of the sheet just shown that were not asked yet, the most useful first. */
function aspects(run: Run): Offer[] {
  const { topic } = run.state;
  if (topic === null) return [];
  const answer = run.core.ports.knowledge.answer(topic.sheet, partOf(topic), LIMITS.sheet, languageOf(run));
  return (answer?.more ?? [])
    .slice(0, LIMITS.ways)
    .map((aspect) => offerLabel(run, sheetChoiceId(topic.sheet, aspect), `aspetto.${aspect}`));
}

function offerLabel(run: Run, id: string, key: string): Offer {
  const found = label(run.core.phrases, key, languageOf(run));
  if (found === null) {
    emit(run, { kind: 'trouble-met', code: 'phrase-missing' });
    return { id, label: key, words: [] };
  }
  return { id, ...found };
}

/** "Una persona" and, when there is a question to go back to, "indietro". */
export function offerAlways(run: Run, wanted: { readonly person: boolean; readonly back: boolean }): Offer[] {
  const offers: Offer[] = [];
  if (wanted.person) offers.push(offerLabel(run, ALWAYS.person, ALWAYS.person));
  if (wanted.back && (run.state.trail.length > 0 || run.state.returns.length > 0)) {
    offers.push(offerLabel(run, ALWAYS.back, ALWAYS.back));
  }
  return offers;
}

/** What ends a message that puts no question: the menu, and a person. */
export function offerEnd(run: Run): Offer[] {
  return [offerLabel(run, ALWAYS.menu, ALWAYS.menu), offerLabel(run, ALWAYS.person, ALWAYS.person)];
}
