/** How a sheet is quoted: heading, lines, date of the check and address. */
import { remind } from './crisis-memory.ts';
import { LIMITS } from './limits.ts';
import { label, sheetLabel } from './phrases.ts';
import type { SheetAnswer, SheetPart } from './ports.ts';
import { remember } from './question.ts';
import { change, emit, languageOf, type Run, say, sayText, wording } from './run.ts';
import type { Topic } from './state.ts';

/**
 * Quotes the part of the sheet the talk is about. That personal files cannot be seen from here is a line of every
 * sheet, in Italian: it is said apart when that line is not quoted or not in the citizen's language.
 */
export function showSheet(run: Run): void {
  const { topic } = run.state;
  const answer =
    topic === null
      ? null
      : run.core.ports.knowledge.answer(topic.sheet, partOf(topic), LIMITS.sheet, languageOf(run));
  if (topic === null || answer === null) {
    emit(run, { kind: 'trouble-met', code: 'sheet-missing' });
    change(run, { topic: null });
    say(run, 'scheda.manca');
    return;
  }
  const saysItself = languageOf(run) === 'it' && answer.aspect === 'status';
  if (topic.aspect === 'status' && !saysItself) say(run, 'scheda.stato');
  else if (topic.aspect !== null && answer.aspect === null) say(run, 'scheda.solo-breve');
  sayText(run, quote(run, answer));
  remember(run, [answer.slug]);
  emit(run, { kind: 'sheet-shown', slug: answer.slug, aspect: answer.aspect });
  remind(run, 'crisi.ricorda');
}

/** What of its sheet a topic shows. */
export function partOf({ aspect, simple }: Topic): SheetPart {
  return simple ? 'simple' : (aspect ?? 'short');
}

/** Whether the topic was shown in words that cannot be made simpler. */
export function isSimplest(run: Run, topic: Topic): boolean {
  const text = (part: SheetPart): string | undefined =>
    run.core.ports.knowledge.answer(topic.sheet, part, LIMITS.sheet, languageOf(run))?.text;
  return text(partOf(topic)) === text('simple');
}

/** The title of a sheet in Italian, as in the catalogue; its slug should it have none. */
export function sheetTitle(run: Run, slug: string): string {
  return run.core.ports.knowledge.title(slug) ?? slug;
}

function quote(run: Run, answer: SheetAnswer): string {
  const [year = '', month = '', day = ''] = answer.reviewedAt.slice(0, 10).split('-');
  const foot = wording(run, 'scheda.controllata', { date: `${day}/${month}/${year}`, link: answer.url });
  return [heading(run, answer), noteOf(run, answer), answer.text.trim(), foot]
    .filter((part) => part)
    .join('\n');
}

/** What the reader should know of the text's language: that it is not theirs, or that nobody has signed it yet. */
function noteOf(run: Run, answer: SheetAnswer): string | null {
  if (answer.language !== languageOf(run)) return wording(run, 'scheda.in-italiano');
  return answer.isReviewed ? null : wording(run, 'scheda.traduzione');
}

/** A sheet's whole name: its title; in another language its own name first, the Italian one in brackets. */
export function sheetName(run: Run, slug: string): string {
  const title = sheetTitle(run, slug);
  const language = languageOf(run);
  const own = language === 'it' ? null : sheetLabel(run.core.phrases, slug, language);
  return own === null || own === title ? title : `${own} (${title})`;
}

/** "Name – Section". */
function heading(run: Run, answer: SheetAnswer): string {
  const name = sheetName(run, answer.slug);
  const language = languageOf(run);
  if (language === 'it') return answer.heading === null ? name : `${name} – ${answer.heading}`;
  const part = answer.aspect === null ? null : label(run.core.phrases, `aspetto.${answer.aspect}`, language);
  return part === null ? name : `${name} – ${part.label}`;
}
