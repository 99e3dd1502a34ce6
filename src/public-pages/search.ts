/**
 * A question written in the search box, understood as in the chat: first whether somebody is in danger, then which
 * sheet, which office, or nothing. The question is kept nowhere: it comes in and goes out with the answer.
 */
import { clean, cut, hasWords } from '../conversation/clean.ts';
import { LIMITS } from '../conversation/limits.ts';
import type { Knowledge, RecogniseCrisis, Understanding } from '../conversation/ports.ts';
import { SECTION_KEYS, SECTIONS, type SectionKey } from '../knowledge/sheet.ts';
import type { Language } from '../lib/language.ts';
import { REPLY_LANGUAGES, type ReplyLanguage } from '../lib/language.ts';
import type { CrisisKind } from '../safety/crisis.ts';

/** UTF-16 units of a question that are read: as many as in the chat. */
export const LONGEST_QUESTION = LIMITS.question;

export interface Found {
  /** As it was read: without disturbing characters, up to its bound. */
  readonly question: string;
  /** Where to call, when the words tell of a danger: to be shown before all else. */
  readonly danger: { readonly text: string; readonly language: ReplyLanguage } | null;
  /** The language of the question, or Italian. */
  readonly language: Language;
  readonly result: FoundResult;
}

export type FoundResult =
  | {
      readonly kind: 'sheet';
      readonly slug: string;
      /** The section that answers, when the question is about a part of the sheet. */
      readonly section: SectionKey | null;
      /** Other sheets it might be about, likeliest first. */
      readonly others: readonly string[];
    }
  /** The words do not choose among these. */
  | { readonly kind: 'choice'; readonly slugs: readonly string[] }
  /** The matter of another office: the sentence that says whose. */
  | { readonly kind: 'office'; readonly say: string }
  | { readonly kind: 'nothing' };

/** Null when nothing was asked. */
export type Search = (question: string) => Promise<Found | null>;

export interface SearchParts {
  readonly listen: (texts: readonly string[]) => Promise<Knowledge>;
  /** One plain Italian sentence on whose matter it is; null: not known. */
  readonly otherOffice: (id: string) => string | null;
  readonly recogniseCrisis: RecogniseCrisis;
  readonly emergencyReply: (kind: CrisisKind, language: ReplyLanguage) => string;
}

const CONTEXT = { language: 'it', topic: null, earlier: [], comune: null } as const;
/** A sheet with less than this share is no alternative worth reading. */
const WORTH_SHOWING = 0.05;
const MOST_OTHERS = 3;

export function createSearch(parts: SearchParts): Search {
  return async (question) => {
    const text = cut(clean(question), LONGEST_QUESTION);
    if (!hasWords(text)) return null;
    const knowledge = await parts.listen([text]);
    const understanding = knowledge.understand(text, CONTEXT);
    const finding = parts.recogniseCrisis(text);
    const { language } = understanding;
    const told = REPLY_LANGUAGES.find((one) => one === finding?.language);
    const spoken = knowledge.writtenLanguage(text) ?? told ?? language;
    return {
      question: text,
      danger:
        finding === null ? null : { text: parts.emergencyReply(finding.kind, spoken), language: spoken },
      language,
      result: resultOf(understanding, knowledge, parts.otherOffice),
    };
  };
}

function resultOf(
  understanding: Understanding,
  knowledge: Knowledge,
  otherOffice: SearchParts['otherOffice'],
): FoundResult {
  switch (understanding.outcome) {
    case 'answer': {
      const { slug, aspect, ranking } = understanding;
      const answer = aspect === null ? null : knowledge.answer(slug, aspect, LIMITS.sheet, 'it');
      const others = ranking.filter((other) => other.slug !== slug && other.score >= WORTH_SHOWING);
      return {
        kind: 'sheet',
        slug,
        section: SECTION_KEYS.find((key) => SECTIONS[key] === answer?.heading) ?? null,
        others: others.slice(0, MOST_OTHERS).map((other) => other.slug),
      };
    }
    case 'clarify':
      return { kind: 'choice', slugs: understanding.options };
    case 'none': {
      const say = understanding.office === null ? null : otherOffice(understanding.office);
      return say === null ? { kind: 'nothing' } : { kind: 'office', say };
    }
    case 'smalltalk':
      return { kind: 'nothing' };
  }
}
