/** Fills the references of a sheet's line: figures with their year, telephone numbers, offices. */
import {
  type ById,
  describeOffice,
  type EmergencyNumber,
  isConfirmed,
  isPublishable,
  type Office,
} from './contacts.ts';
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
export function renderFigure(figure: Figure, today: string): string {
  const currentYear = Number(today.slice(0, 4));
  const isOld =
    figure.validUntil === undefined
      ? figure.year !== null && figure.year < currentYear
      : figure.validUntil < today;
  if (!isOld) return figure.year === null ? figure.value : `${figure.value} (dato ${figure.year})`;
  const year = figure.year ?? figure.validUntil?.slice(0, 4);
  return `${figure.value} (dato del ${year}, chiedi conferma)`;
}

/**
 * A line ready to be read, or null when it must be left out: its number may not be published or its office is not
 * confirmed, or is not there at all.
 * @param today ISO date in Italy
 * @throws when a figure is unknown: the loader refuses such a sheet, so this is a programmer's mistake
 */
export function fill(
  line: string,
  sheet: Pick<Sheet, 'slug' | 'figures'>,
  today: string,
  numbers: ById<EmergencyNumber>,
  offices: ById<Office>,
): string | null {
  let showable = true;
  const text = replaceReferences(line, (reference) => {
    if (reference.kind === 'figure') {
      const figure = sheet.figures.find((candidate) => candidate.id === reference.id);
      if (figure === undefined) throw new Error(`Sheet ${sheet.slug} has no figure "${reference.id}"`);
      return renderFigure(figure, today);
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
