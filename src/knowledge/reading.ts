/** How easily a sheet is read: Gulpease of each section and short text, and the sentences to shorten. Pure. */
import { countWords, readability, sentences } from '../lib/readability.ts';
import type { ById, EmergencyNumber } from './contacts.ts';
import type { Fault, Findings } from './fault.ts';
import { replaceReferences } from './fill.ts';
import type { ParsedSheet } from './parse-sheet.ts';
import { SECTION_KEYS, SECTIONS, type Sheet } from './sheet.ts';

export const EASY = 80;
const LONG_SENTENCE = 20;
const TOO_LONG_SENTENCE = 25;

/** The sentences that say whose matter something is: each Gulpease 80 or more. */
export function readSayings(sayings: readonly { text: string; file: string; line: number }[]): Fault[] {
  return sayings.flatMap(({ text, file, line }) => {
    const { score } = readability(text);
    if (score >= EASY) return [];
    const what = `hard to read: Gulpease ${score.toFixed(1)}, at least ${EASY} is wanted: ${text}`;
    return [{ file, line, what, mend: 'Shorter sentences and shorter words.' }];
  });
}

interface Part {
  readonly where: string;
  readonly line: number;
  /** One entry a line of the file. */
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

/** Faults: Gulpease below 80, a sentence over 25 words. Warnings: a sentence over 20 words. */
export function readSheet(parsed: ParsedSheet, numbers: ById<EmergencyNumber>): Findings {
  const { sheet } = parsed;
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  if (sheet === null) return { faults, warnings };
  for (const part of partsOf(sheet, parsed.lineOf)) {
    const shown = part.lines.map(({ text, line }) => ({ text: asRead(text, sheet, numbers), line }));
    const { score } = readability(shown.map(({ text }) => text).join('\n'));
    if (score < EASY) {
      faults.push({
        file: sheet.file,
        line: part.line,
        what: `"${part.where}" is hard to read: Gulpease ${score.toFixed(1)}, at least ${EASY} is wanted`,
        mend: `Shorter sentences and shorter words. The hardest: ${hardest(shown).join(' | ')}`,
      });
    }
    for (const { text, line } of shown) {
      for (const sentence of sentences(text)) {
        const words = countWords(sentence);
        if (words <= LONG_SENTENCE) continue;
        const fault = {
          file: sheet.file,
          line,
          what: `a sentence of ${words} words: ${sentence}`,
          mend: `Make two: at most ${LONG_SENTENCE} words, better 10.`,
        };
        (words > TOO_LONG_SENTENCE ? faults : warnings).push(fault);
      }
    }
  }
  return { faults, warnings };
}

function partsOf(sheet: Sheet, lineOf: ParsedSheet['lineOf']): Part[] {
  const front = (['statusReason', 'summary', 'short', 'simple'] as const).flatMap((key) => {
    const line = lineOf([key]);
    const text = sheet[key];
    return text === undefined ? [] : [{ where: key, line, lines: [{ text, line }] }];
  });
  const sections = SECTION_KEYS.flatMap((key) => {
    const lines = sheet.sections[key];
    const first = lines[0];
    return first === undefined ? [] : [{ where: SECTIONS[key], line: first.line, lines }];
  });
  return [...front, ...sections];
}

/** The text as a citizen reads it; an office's data are no prose and count as one word. */
function asRead(text: string, sheet: Sheet, numbers: ById<EmergencyNumber>): string {
  return replaceReferences(text, ({ kind, id }) => {
    if (kind === 'ufficio') return 'ufficio';
    if (kind === 'numero') return numbers.get(id)?.say ?? 'numero';
    return sheet.figures.find((figure) => figure.id === id)?.value ?? id;
  });
}

function hardest(lines: readonly { readonly text: string; readonly line: number }[]): string[] {
  return lines
    .flatMap(({ text, line }) =>
      sentences(text).map((sentence) => ({ sentence, line, ...readability(sentence) })),
    )
    .filter(({ score }) => score < EASY)
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ sentence, line, score }) => `line ${line} (${score.toFixed(0)}): ${sentence}`);
}
