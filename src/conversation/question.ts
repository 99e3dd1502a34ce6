/** A question to the sheets: what becomes of each understanding of it. */
import { clean, cut, withoutTaxCodes } from './clean.ts';
import { remind } from './crisis-memory.ts';
import type { Target } from './flow/target.ts';
import { LIMITS } from './limits.ts';
import type { QuestionContext, Understanding } from './ports.ts';
import { change, emit, languageOf, type Run, say, sayText } from './run.ts';
import type { Topic } from './state.ts';

/** `lead`: the talk goes on there. `said`: it has been answered. `lost`: it was not understood, and that was said. */
export type Heard =
  | { readonly is: 'lead'; readonly target: Target }
  | { readonly is: 'said' }
  | { readonly is: 'lost' };

const SHEET: Heard = { is: 'lead', target: { to: 'flow', flow: 'scheda', step: null } };
const CLARIFY: Heard = { is: 'lead', target: { to: 'flow', flow: 'chiarire', step: null } };
const MENU: Heard = { is: 'lead', target: { to: 'flow', flow: 'menu', step: null } };
const PERSON: Heard = { is: 'lead', target: { to: 'flow', flow: 'offri-persona', step: null } };
const DANGER: Heard = { is: 'lead', target: { to: 'flow', flow: 'crisi', step: null } };

/** The text as it is asked to the sheets: a tax code says nothing of the matter, and names a person. */
export function askable(text: string): string {
  return cut(withoutTaxCodes(clean(text)), LIMITS.question);
}

export function understand(run: Run, text: string): Understanding {
  const context: QuestionContext = {
    language: languageOf(run),
    topic: run.state.topic,
    earlier: run.state.earlier,
    comune: run.state.profile.comune ?? null,
  };
  return run.core.ports.knowledge.understand(askable(text), context);
}

/** Asks the sheets and says what can be said at once. */
export function askTheSheets(run: Run, text: string): Heard {
  const understanding = understand(run, text);
  const clarified = clarify(run, understanding);
  if (clarified !== null) return talkAbout(run, clarified, understanding.aspect);
  switch (understanding.outcome) {
    case 'answer':
      return talkAbout(run, understanding.slug, understanding.aspect);
    case 'clarify':
      return askBack(run, understanding);
    case 'smalltalk':
      return smalltalk(run, understanding.kind);
    case 'none':
      return askAgainWhich(run, understanding) ?? unanswered(run, understanding.office);
  }
}

/**
 * While the citizen is asked which sheet they mean, words that lead to one of those sheets choose it. Another sheet
 * that answers by itself wins: they may have changed their mind.
 */
function clarify(run: Run, understanding: Understanding): string | null {
  const options = run.state.clarifying?.options ?? [];
  if (options.length === 0 || run.state.waiting?.flow !== 'chiarire') return null;
  if (understanding.outcome === 'answer' || understanding.outcome === 'smalltalk') return null;
  const ranked = understanding.ranking.slice(0, LIMITS.options).filter(({ slug }) => options.includes(slug));
  return ranked[0]?.slug ?? null;
}

function talkAbout(run: Run, slug: string, asked: Understanding['aspect']): Heard {
  const { clarifying } = run.state;
  const before = clarifying?.options.includes(slug) ? clarifying.aspect : null;
  turnTo(run, { sheet: slug, aspect: asked ?? before });
  return SHEET;
}

/** The talk is about this from here on; the sheets that were offered with it are kept in mind. */
export function turnTo(run: Run, topic: Topic): void {
  remember(run, run.state.clarifying?.options ?? []);
  change(run, { topic, clarifying: null, misses: 0 });
}

/** Keeps in mind the sheets that the talk may come back to. */
export function remember(run: Run, sheets: readonly string[]): void {
  const earlier = [...new Set([...sheets, ...run.state.earlier])].slice(0, LIMITS.earlier);
  change(run, { earlier });
}

function askBack(run: Run, understanding: Extract<Understanding, { outcome: 'clarify' }>): Heard {
  const options = understanding.options.slice(0, LIMITS.options);
  const [only] = options;
  if (only !== undefined && options.length === 1) return talkAbout(run, only, understanding.aspect);
  change(run, { clarifying: { options, aspect: understanding.aspect }, misses: 0 });
  emit(run, { kind: 'clarification-asked', options });
  return CLARIFY;
}

/** "Dove vado?" while it is not known for what: that is asked again, and the aspect kept. Null: something else. */
function askAgainWhich(run: Run, { aspect }: Understanding): Heard | null {
  const { clarifying, waiting } = run.state;
  if (clarifying === null || waiting?.flow !== 'chiarire' || aspect === null) return null;
  change(run, { clarifying: { ...clarifying, aspect } });
  return CLARIFY;
}

function smalltalk(run: Run, kind: Extract<Understanding, { outcome: 'smalltalk' }>['kind']): Heard {
  change(run, { misses: 0 });
  say(run, `parole.${kind}`);
  return kind === 'greeting' ? MENU : { is: 'said' };
}

/** Not ours, or not understood. The second time in a row a person is offered; after a danger, its numbers again. */
function unanswered(run: Run, office: string | null): Heard {
  emit(run, { kind: 'question-unanswered', office });
  if (remind(run, 'crisi.ancora')) return DANGER;
  if (office !== null) {
    change(run, { misses: 0 });
    const sentence = languageOf(run) === 'it' ? run.core.otherOffice?.(office) : null;
    if (sentence) sayText(run, sentence);
    say(run, sentence ? 'ufficio.noi' : 'ufficio.altro');
    return { is: 'said' };
  }
  change(run, { misses: run.state.misses + 1 });
  if (run.state.misses > 1) return PERSON;
  say(run, 'non-capito');
  return { is: 'lost' };
}
