/** Fills the references of a sheet's line: figures with their year, telephone numbers, offices. */
import {
  type ById,
  describeOffice,
  type EmergencyNumber,
  isConfirmed,
  isPublishable,
  type Office,
} from './contacts.ts';
import type { FigureWords } from './figure-words.ts';
import type { Figure, Sheet } from './sheet.ts';

/** `{{figure}}`, `{{numero:ID}}`, `{{ufficio:ID}}`. */
export type Reference =
  | { readonly kind: 'figure'; readonly id: string }
  | { readonly kind: 'numero'; readonly id: string }
  | { readonly kind: 'ufficio'; readonly id: string };

const REFERENCE = /\{\{\s*(?:(numero|ufficio)\s*:\s*)?([^{}:]*?)\s*\}\}/g;

/** The references of a text, in order. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => referenceOf(match[1], match[2] ?? ''));
}

/** The text with each reference replaced. */
export function replaceReferences(text: string, render: (reference: Reference) => string): string {
  return text.replace(REFERENCE, (_whole, kind: string | undefined, id: string) =>
    render(referenceOf(kind, id)),
  );
}

function referenceOf(kind: string | undefined, id: string): Reference {
  return { kind: kind === 'numero' || kind === 'ufficio' ? kind : 'figure', id };
}

/**
 * A figure as a citizen may read it on a day. A figure past its last sure day, or of a past year when that day is
 * not given, is shown as an old figure to be confirmed, never as certain.
 * @param today ISO date in Italy
 */
export function renderFigure(figure: Figure, today: string, words: FigureWords): string {
  const currentYear = Number(today.slice(0, 4));
  const isOld =
    figure.validUntil === undefined
      ? figure.year !== null && figure.year < currentYear
      : figure.validUntil < today;
  if (!isOld && figure.year === null) return figure.value;
  const year = figure.year ?? figure.validUntil?.slice(0, 4);
  const form = isOld ? words.old : words.current;
  return form.replace('{value}', figure.value).replace('{year}', String(year));
}

/** What stands behind the references of a line, on a day and in a language. */
export interface Filling {
  readonly numbers: ById<EmergencyNumber>;
  readonly offices: ById<Office>;
  /** ISO date in Italy. */
  readonly today: string;
  readonly figureWords: FigureWords;
}

/**
 * A line ready to be read, or null when it must be left out: its number may not be published or its office is not
 * confirmed, or is not there at all.
 * @throws when a figure is unknown: the loader refuses such a sheet, so this is a programmer's mistake
 */
export function fill(line: string, sheet: Pick<Sheet, 'slug' | 'figures'>, filling: Filling): string | null {
  const { numbers, offices, today, figureWords } = filling;
  let showable = true;
  const text = replaceReferences(line, (reference) => {
    if (reference.kind === 'figure') {
      const figure = sheet.figures.find((candidate) => candidate.id === reference.id);
      if (figure === undefined) throw new Error(`Sheet ${sheet.slug} has no figure "${reference.id}"`);
      return renderFigure(figure, today, figureWords);
    }
    const rendered =
      reference.kind === 'numero'
        ? renderNumber(numbers.get(reference.id))
        : renderOffice(offices.get(reference.id));
    showable &&= rendered !== null;
    return rendered ?? '';
  });
  return showable ? text : null;
}

function renderNumber(number: EmergencyNumber | undefined): string | null {
  return number !== undefined && isPublishable(number) ? number.say : null;
}

function renderOffice(office: Office | undefined): string | null {
  return office !== undefined && isConfirmed(office) ? describeOffice(office) : null;
}
