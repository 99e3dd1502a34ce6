/** Quotes a sheet: the whole lines that answer an aspect, figures filled in. Pure. */
import type { Aspect, SheetAnswer } from '../conversation/ports.ts';
import type { ById, EmergencyNumber, Office } from './contacts.ts';
import { fill } from './fill.ts';
import { SECTIONS, type SectionKey, type Sheet } from './sheet.ts';

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
  /** ISO date in Italy. */
  readonly today: string;
  readonly publicUrl: string;
}

/**
 * @param maxLength in UTF-16 units: lines that do not fit are left out whole, from the first one on
 * @returns the short form when the aspect is null or has no line to show
 */
export function answerFrom(
  sheet: Sheet,
  aspect: Aspect | null,
  maxLength: number,
  parts: AnswerParts,
): SheetAnswer {
  const lines = aspect === null ? [] : linesOf(sheet, aspect, parts);
  const notice = sheet.status === 'inactive' && sheet.statusReason !== undefined ? [sheet.statusReason] : [];
  const quoted = lines.length === 0 ? '' : compose(filled(notice, sheet, parts), lines, maxLength);
  const isQuoted = quoted !== '' && aspect !== null;
  const heading = isQuoted ? ASPECT_SECTIONS[aspect][0] : undefined;
  return {
    slug: sheet.slug,
    title: sheet.title,
    aspect: isQuoted ? aspect : null,
    heading: heading === undefined ? null : SECTIONS[heading],
    text: isQuoted ? quoted : shortForm(sheet, maxLength, parts, notice),
    reviewedAt: sheet.reviewedAt,
    url: `${parts.publicUrl.replace(/\/$/, '')}/servizi/${sheet.slug}`,
    more: MOST_USEFUL.filter((other) => other !== aspect && linesOf(sheet, other, parts).length > 0),
  };
}

function linesOf(sheet: Sheet, aspect: Aspect, parts: AnswerParts): string[] {
  return ASPECT_SECTIONS[aspect].flatMap((section) =>
    filled(
      sheet.sections[section].map(({ text }) => text),
      sheet,
      parts,
    ),
  );
}

function filled(lines: readonly string[], sheet: Sheet, parts: AnswerParts): string[] {
  return lines.flatMap((line) => fill(line, sheet, parts.today, parts.numbers, parts.offices) ?? []);
}

function shortForm(sheet: Sheet, maxLength: number, parts: AnswerParts, notice: readonly string[]): string {
  const before = filled(notice, sheet, parts);
  for (const text of filled([sheet.short, sheet.summary], sheet, parts)) {
    const whole = [...before, text].join('\n');
    if (whole.length <= maxLength) return whole;
  }
  return '';
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
