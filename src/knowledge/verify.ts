/** The checks that look at more than one place of a sheet, or at more than one file. Pure. */
import { type ById, type EmergencyNumber, isConfirmed, isPublishable, type Office } from './contacts.ts';
import type { Fault, Findings } from './fault.ts';
import { referencesIn, replaceReferences } from './fill.ts';
import { handwrittenNumbers } from './handwritten.ts';
import type { ParsedSheet } from './parse-sheet.ts';
import { SECTION_KEYS, SECTIONS, type Sheet } from './sheet.ts';

export interface Surroundings {
  readonly slugs: ReadonlySet<string>;
  /** Null when the file could not be read: what depends on it is not checked. */
  readonly numbers: ById<EmergencyNumber> | null;
  readonly offices: ById<Office> | null;
  /** ISO date in Italy. */
  readonly today: string;
}

export interface SheetText {
  readonly where: string;
  readonly text: string;
  readonly line: number;
}

/** Every text of a sheet that a citizen may read. */
export function textsOf(sheet: Sheet, lineOf: ParsedSheet['lineOf']): SheetText[] {
  const keys = ['title', 'subtitle', 'statusReason', 'summary', 'short', 'simple'] as const;
  const front = keys.flatMap((key) => {
    const text = sheet[key];
    return text === undefined ? [] : [{ where: key, text, line: lineOf([key]) }];
  });
  const lines = SECTION_KEYS.flatMap((key) =>
    sheet.sections[key].map((line) => ({ where: SECTIONS[key], ...line })),
  );
  return [...front, ...lines];
}

/** Checks one sheet against itself and its surroundings. */
export function verifySheet(parsed: ParsedSheet, around: Surroundings): Findings {
  const { sheet, lineOf } = parsed;
  if (sheet === null) return { faults: [], warnings: [] };
  const texts = textsOf(sheet, lineOf);
  return {
    faults: [
      ...references(sheet, texts, around),
      ...emptied(sheet, around),
      ...figures(parsed, sheet, texts),
      ...lists(parsed, sheet, around),
      ...handwritten(sheet, texts),
      ...status(parsed, sheet),
    ],
    warnings: [...unshown(sheet, texts, around), ...dates(parsed, sheet, around)],
  };
}

function references(sheet: Sheet, texts: readonly SheetText[], around: Surroundings): Fault[] {
  const faults: Fault[] = [];
  const inFront = new Set(['title', 'subtitle', 'statusReason', 'summary', 'short', 'simple']);
  for (const { where, text, line } of texts) {
    const at = { file: sheet.file, line };
    for (const reference of referencesIn(text)) {
      const known =
        reference.kind === 'figure'
          ? sheet.figures.some((figure) => figure.id === reference.id)
          : (reference.kind === 'numero' ? around.numbers : around.offices)?.has(reference.id);
      if (known === false) faults.push({ ...at, ...unknownReference(reference.kind, reference.id) });
      if (reference.kind !== 'figure' && inFront.has(where)) {
        faults.push({
          ...at,
          what: `"${where}" may not hold a telephone number or an office`,
          mend: 'Put it in a section: a line there can be left out, this text cannot.',
        });
      }
    }
    if (/\{\{|\}\}/.test(replaceReferences(text, () => ''))) {
      faults.push({
        ...at,
        what: 'braces that are not a reference',
        mend: 'Write {{id}}, {{numero:ID}} or {{ufficio:ID}}.',
      });
    }
  }
  return faults;
}

function unknownReference(kind: 'figure' | 'numero' | 'ufficio', id: string): Pick<Fault, 'what' | 'mend'> {
  if (kind === 'figure') {
    return { what: `there is no figure "${id}"`, mend: 'Add it to "figures", or look for a typing error.' };
  }
  if (kind === 'numero') {
    return { what: `there is no number "${id}"`, mend: 'Use an id of knowledge/emergency-numbers.yaml.' };
  }
  return { what: `there is no office "${id}"`, mend: 'Use an id of knowledge/offices.yaml.' };
}

/** Whether a line would be left out today. */
function isLeftOut(text: string, around: Surroundings): boolean {
  const waits = referencesIn(text).some(({ kind, id }) => {
    const office = kind === 'ufficio' ? around.offices?.get(id) : undefined;
    return office !== undefined && !isConfirmed(office);
  });
  return waits || hasBarredNumber(text, around);
}

function hasBarredNumber(text: string, around: Surroundings): boolean {
  return referencesIn(text).some(({ kind, id }) => {
    const number = kind === 'numero' ? around.numbers?.get(id) : undefined;
    return number !== undefined && !isPublishable(number);
  });
}

function emptied(sheet: Sheet, around: Surroundings): Fault[] {
  return SECTION_KEYS.flatMap((key) => {
    const lines = sheet.sections[key];
    const first = lines[0];
    if (first === undefined || lines.some((line) => !isLeftOut(line.text, around))) return [];
    return [
      {
        file: sheet.file,
        line: first.line,
        what: `every line of "${SECTIONS[key]}" is left out today`,
        mend: 'Add a line without office or number that says where to ask.',
      },
    ];
  });
}

/** Lines that wait for an office are counted in the check's to-do list; those with a barred number are named here. */
function unshown(sheet: Sheet, texts: readonly SheetText[], around: Surroundings): Fault[] {
  return texts
    .filter(({ text }) => hasBarredNumber(text, around))
    .map(({ text, line }) => ({
      file: sheet.file,
      line,
      what: `this line is never shown, its number may not be published: ${text}`,
      mend: 'Take another number of knowledge/emergency-numbers.yaml.',
    }));
}

function figures(parsed: ParsedSheet, sheet: Sheet, texts: readonly SheetText[]): Fault[] {
  const used = new Set(
    texts.flatMap(({ text }) => referencesIn(text).flatMap((one) => (one.kind === 'figure' ? [one.id] : []))),
  );
  const sources = new Set(sheet.sources.map((source) => source.id));
  return sheet.figures.flatMap((figure, index) => {
    const faults: Fault[] = [];
    const report = (key: string, what: string, mend: string) =>
      faults.push({ file: sheet.file, line: parsed.lineOf(['figures', index, key]), what, mend });
    if (!used.has(figure.id)) {
      report(
        'id',
        `the figure "${figure.id}" is not used`,
        `Write {{${figure.id}}} in a line, or take it away.`,
      );
    }
    if (sheet.figures.findIndex((other) => other.id === figure.id) !== index) {
      report('id', `two figures are called "${figure.id}"`, 'Give one of them another id.');
    }
    for (const source of figure.sources) {
      if (!sources.has(source)) {
        report(
          'sources',
          `the figure "${figure.id}" has an unknown source "${source}"`,
          'Use an id of "sources".',
        );
      }
    }
    if (figure.year === null && ['importo', 'soglia', 'costo'].includes(figure.kind)) {
      report(
        'year',
        `the figure "${figure.id}" has no year`,
        `A figure of kind ${figure.kind} needs its year.`,
      );
    }
    return faults;
  });
}

function lists(parsed: ParsedSheet, sheet: Sheet, around: Surroundings): Fault[] {
  const check = (key: 'numbers' | 'offices', known: { has(id: string): boolean } | null) =>
    sheet[key].flatMap((id, index) =>
      known === null || known.has(id)
        ? []
        : [
            {
              file: sheet.file,
              line: parsed.lineOf([key, index]),
              ...unknownReference(key === 'numbers' ? 'numero' : 'ufficio', id),
            },
          ],
    );
  return [...check('numbers', around.numbers), ...check('offices', around.offices)];
}

function handwritten(sheet: Sheet, texts: readonly SheetText[]): Fault[] {
  return texts.flatMap(({ text, line }) =>
    handwrittenNumbers(text).map((found) => ({
      file: sheet.file,
      line,
      what: `${found.kind === 'amount' ? 'an amount' : 'a telephone number'} written by hand: "${found.text}"`,
      mend:
        found.kind === 'amount'
          ? 'Put it in "figures" with year and source, and write {{its-id}}.'
          : 'Write {{numero:ID}} (knowledge/emergency-numbers.yaml) or {{ufficio:ID}} (knowledge/offices.yaml).',
    })),
  );
}

function status(parsed: ParsedSheet, sheet: Sheet): Fault[] {
  if (sheet.status === 'active' || sheet.statusReason !== undefined) return [];
  return [
    {
      file: sheet.file,
      line: parsed.lineOf(['status']),
      what: 'an inactive service without its reason',
      mend: 'Add "statusReason": why it is closed, and until when if known.',
    },
  ];
}

function dates(parsed: ParsedSheet, sheet: Sheet, around: Surroundings): Fault[] {
  const warnings: Fault[] = [];
  if (sheet.nextReview < around.today) {
    warnings.push({
      file: sheet.file,
      line: parsed.lineOf(['nextReview']),
      what: `the sheet was to be reviewed by ${sheet.nextReview}`,
      mend: 'Review it, then move "reviewedAt" and "nextReview".',
    });
  }
  for (const [index, slug] of sheet.related.entries()) {
    if (around.slugs.has(slug)) continue;
    warnings.push({
      file: sheet.file,
      line: parsed.lineOf(['related', index]),
      what: `there is no sheet "${slug}" yet`,
      mend: 'Write the sheet, or take the slug away.',
    });
  }
  return warnings;
}
