/** What the core needs from outside, as plain functions: no IO, no promise. The pipeline prepares the answers. */
import type { Language, ReplyLanguage } from '../lib/language.ts';
import type { CrisisFinding, CrisisKind } from '../safety/crisis.ts';
import type { Comune, Topic } from './state.ts';

export const ASPECTS = [
  'what',
  'who',
  'how',
  'documents',
  'cost',
  'times',
  'where',
  'contact',
  'amount',
  'status',
] as const;
/** The part of a sheet that a question is about. */
export type Aspect = (typeof ASPECTS)[number];

/** What of a sheet is quoted: the lines of an aspect, its short form, or that for who reads with difficulty. */
export type SheetPart = Aspect | 'short' | 'simple';

export interface Ranked {
  readonly slug: string;
  readonly score: number;
}

export interface QuestionContext {
  readonly language: Language;
  readonly topic: Topic | null;
  /** Sheets of this talk, latest first. */
  readonly earlier: readonly string[];
  readonly comune: Comune | 'elsewhere' | null;
}

export type Smalltalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'how-are-you'
  | 'who-are-you'
  | 'compliment'
  | 'insult';

/** What a free text means to the sheets. `ranking` (up to 10) is always given. */
export type Understanding = {
  readonly language: Language;
  readonly aspect: Aspect | null;
  readonly ranking: readonly Ranked[];
} & (
  | { readonly outcome: 'answer'; readonly slug: string }
  | { readonly outcome: 'clarify'; readonly options: readonly string[] }
  | { readonly outcome: 'smalltalk'; readonly kind: Smalltalk }
  /** Not ours or not understood; `office` names whose matter it is, when known (a phrase key). */
  | { readonly outcome: 'none'; readonly office: string | null }
);

/** What a sheet says about an aspect: whole lines of the sheet, figures filled in with their year. */
export interface SheetAnswer {
  readonly slug: string;
  /** In Italian, as in the catalogue. */
  readonly title: string;
  /** In the language asked for; null when there is no translation. */
  readonly translatedTitle: string | null;
  readonly aspect: Aspect | null;
  /** The heading of the section quoted; null when the short or the simple form is shown. */
  readonly heading: string | null;
  readonly text: string;
  /** Of the text: the one asked for when it is translated, else Italian. */
  readonly language: Language;
  /** False while nobody has signed the translation. */
  readonly isReviewed: boolean;
  /** ISO date of the last check. */
  readonly reviewedAt: string;
  /** Absolute address of the public page. */
  readonly url: string;
  /** Other aspects this sheet can answer, the most useful first. */
  readonly more: readonly Aspect[];
}

export interface Knowledge {
  understand(text: string, context: QuestionContext): Understanding;
  /** Null when there is no such sheet. `maxLength`: in UTF-16 units; whole lines are left out, never cut. */
  answer(slug: string, part: SheetPart, maxLength: number, language: Language): SheetAnswer | null;
  /** The language a text is written in, also one that only dangers are answered in; null when it is not sure. */
  writtenLanguage(text: string): ReplyLanguage | null;
  /** In Italian. */
  title(slug: string): string | null;
}

export type RecogniseCrisis = (text: string) => CrisisFinding | null;
/** The danger a text may be about, when it is not sure enough to be answered first; null when there is no such doubt. */
export type SuspectCrisis = (text: string) => CrisisKind | null;

export interface CorePorts {
  readonly knowledge: Knowledge;
  readonly recogniseCrisis: RecogniseCrisis;
  readonly suspectCrisis: SuspectCrisis;
}
