/** Quotes a sheet: the whole lines that answer an aspect, figures filled in. Pure. */
import type { Aspect, SheetAnswer, SheetPart } from '../conversation/ports.ts';
import type { Language } from '../lib/language.ts';
import type { ById, EmergencyNumber, Office } from './contacts.ts';
import type { FigureWordsByLanguage } from './figure-words.ts';
import { fill } from './fill.ts';
import { SECTIONS, type SectionKey, type Sheet } from './sheet.ts';
import { type Translation, type Translations, translatedLines } from './translation.ts';

/** Where each aspect is answered; the first section gives the heading. */
const ASPECT_SECTIONS: Readonly<Record<Aspect, readonly SectionKey[]>> = {
  what: ['what'],
  who: ['who'],
  how: ['how'],
  documents: ['documents'],
  cost: ['cost'],
  times: ['times'],
  where: ['where'],
  contact: ['contacts', 'where'],
  amount: ['output'],
  status: ['outcome'],
};

/** What a citizen mostly wants to know next, in order. */
const MOST_USEFUL: readonly Aspect[] = [
  'who',
  'documents',
  'how',
  'where',
  'contact',
  'amount',
  'times',
  'cost',
  'status',
  'what',
];

export interface AnswerParts {
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  readonly figureWords: FigureWordsByLanguage;
  readonly translations: Translations;
  /** ISO date in Italy. */
  readonly today: string;
  readonly publicUrl: string;
}

/**
 * @param maxLength in UTF-16 units: lines that do not fit are left out whole, from the first one on
 * @returns the short form also for an aspect that has no line to show; in Italian where there is no translation, whose
 *   short form is also its simple one
 */
export function answerFrom(
  sheet: Sheet,
  part: SheetPart,
  maxLength: number,
  language: Language,
  parts: AnswerParts,
): SheetAnswer {
  const translation = parts.translations.get(language)?.get(sheet.slug) ?? null;
  const show = (lines: readonly string[], spoken: Language): string[] => {
    const filling = { ...parts, figureWords: parts.figureWords[spoken] };
    return lines.flatMap((line) => fill(line, sheet, filling) ?? []);
  };
  const aspect = part === 'short' || part === 'simple' ? null : part;
  const notice = sheet.status === 'inactive' && sheet.statusReason !== undefined ? [sheet.statusReason] : [];
  const before = show(notice, 'it');
  const quoted = aspect === null ? null : linesOf(sheet, translation, aspect, show);
  const quotedText = quoted === null ? '' : compose(before, quoted.lines, maxLength);
  const isQuoted = quotedText !== '' && aspect !== null && quoted !== null;
  const brief = isQuoted ? quoted : briefOf(sheet, translation, part, show);
  const heading = isQuoted ? ASPECT_SECTIONS[aspect][0] : undefined;
  return {
    slug: sheet.slug,
    title: sheet.title,
    translatedTitle: translation?.title ?? null,
    aspect: isQuoted ? aspect : null,
    heading: heading === undefined ? null : SECTIONS[heading],
    text: isQuoted ? quotedText : firstThatFits(before, brief.lines, maxLength),
    language: brief.translation === null ? 'it' : language,
    isReviewed: brief.translation === null || brief.translation.status === 'reviewed',
    reviewedAt: sheet.reviewedAt,
    url: `${parts.publicUrl.replace(/\/$/, '')}/servizi/${sheet.slug}${language === 'it' ? '' : `?lingua=${language}`}`,
    more: MOST_USEFUL.filter(
      (other) => other !== aspect && linesOf(sheet, translation, other, show).lines.length > 0,
    ),
  };
}

type Show = (lines: readonly string[], spoken: Language) => string[];

interface Lines {
  readonly lines: readonly string[];
  /** The translation they are of; null for the Italian. */
  readonly translation: Translation | null;
}

/**
 * Translated only when every section of the aspect is: one answer speaks one language. A line that stands in both the
 * aspect's sections is said once.
 */
function linesOf(sheet: Sheet, translation: Translation | null, aspect: Aspect, show: Show): Lines {
  const sections = ASPECT_SECTIONS[aspect];
  if (translation !== null) {
    const own = sections.map((section) => translatedLines(translation, section));
    if (own.every((lines) => lines !== null)) {
      return { lines: once(show(own.flat(), translation.language)), translation };
    }
  }
  const italian = sections.flatMap((section) => sheet.sections[section].map(({ text }) => text));
  return { lines: once(show(italian, 'it')), translation: null };
}

function once(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

function briefOf(sheet: Sheet, translation: Translation | null, part: SheetPart, show: Show): Lines {
  if (translation !== null) return { lines: show([translation.short], translation.language), translation };
  const simple = part === 'simple' ? [sheet.simple] : [];
  return { lines: show([...simple, sheet.short, sheet.summary], 'it'), translation: null };
}

function firstThatFits(before: readonly string[], texts: readonly string[], maxLength: number): string {
  const whole = texts.map((text) => [...before, text].join('\n'));
  return whole.find((text) => text.length <= maxLength) ?? '';
}

/** A single line stands alone; several become a list. Empty when not even the first one fits. */
function compose(notice: readonly string[], lines: readonly string[], maxLength: number): string {
  const marked = lines.length > 1 ? lines.map((line) => `• ${line}`) : lines;
  let text = notice.join('\n');
  let taken = 0;
  for (const line of marked) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > maxLength) break;
    text = longer;
    taken += 1;
  }
  return taken === 0 ? '' : text;
}
