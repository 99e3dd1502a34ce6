/** The inspections of `flows:check`: one file a defect. */
import type { Fault } from '../flow/fault.ts';
import type { Written } from '../flow/written.ts';
import { blanks } from './blanks.ts';
import { choiceId } from './choice-id.ts';
import { flowName } from './flow-name.ts';
import { labelLength } from './label-length.ts';
import { loop } from './loop.ts';
import { missingPhrase } from './missing-phrase.ts';
import { optionCount } from './option-count.ts';
import { optionWords } from './option-words.ts';
import { phraseLength } from './phrase-length.ts';
import { readingEase } from './reading-ease.ts';
import { review } from './review.ts';
import { unknownTarget } from './unknown-target.ts';
import { unreachableStep } from './unreachable-step.ts';
import { wordsTwice } from './words-twice.ts';

export type Inspection = (written: Written) => readonly Fault[];

/** By the file that holds each; the tests ask every one for a fault it finds. */
export const INSPECTIONS = {
  'unknown-target': unknownTarget,
  'flow-name': flowName,
  'unreachable-step': unreachableStep,
  loop,
  'missing-phrase': missingPhrase,
  'choice-id': choiceId,
  'option-count': optionCount,
  'option-words': optionWords,
  'label-length': labelLength,
  'phrase-length': phraseLength,
  'reading-ease': readingEase,
  blanks,
  review,
  'words-twice': wordsTwice,
} as const satisfies Readonly<Record<string, Inspection>>;
export type InspectionName = keyof typeof INSPECTIONS;

/** All faults, by file and line. */
export function inspect(written: Written): Fault[] {
  return Object.values<Inspection>(INSPECTIONS)
    .flatMap((inspection) => inspection(written))
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
}
