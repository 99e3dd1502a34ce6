/** The first answer to a danger: what `knowledge/emergencies.yaml` holds and how a reply is made of it. */
import { z } from 'zod';
import { REPLY_LANGUAGES, type ReplyLanguage } from '../lib/language.ts';
import { CRISIS_KINDS, type CrisisKind } from './crisis.ts';

/** UTF-16 units of a whole reply, numbers filled in. */
export const LONGEST_REPLY = 300;

const Signature = z.strictObject({
  /** `signed` only with the role of who read it as a professional (Italian) or as a speaker (the others). */
  review: z.enum(['draft', 'signed']),
  reviewedBy: z.string().min(1).nullable(),
});
const Texts = z.strictObject(everyLanguage(z.string().min(1)));

export const Emergencies = z.strictObject({
  languages: z.strictObject(everyLanguage(Signature)),
  replies: z.strictObject(everyKind(Texts)),
});
export type Emergencies = z.infer<typeof Emergencies>;

/** What a reply needs to know of an emergency number. */
export interface ReplyNumber {
  readonly say: string;
  readonly publish: boolean;
  readonly confidence: string;
}
export type ReplyNumbers = ReadonlyMap<string, ReplyNumber>;

const REFERENCE = /\{\{numero:([a-z0-9-]+)\}\}/g;

/** Ids of the numbers a text names, in its order. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].map((match) => match[1] ?? '');
}

/** A number that may be told to a citizen. */
export function isTellable(number: ReplyNumber | undefined): number is ReplyNumber {
  return number?.publish === true && number.confidence !== 'low';
}

/**
 * The reply to a kind of danger, numbers filled in.
 * @param numbers by the ids of `knowledge/emergency-numbers.yaml`
 * @throws when a number is unknown or may not be published: the loader refuses such texts before
 */
export function emergencyReply(
  replies: Emergencies,
  numbers: ReplyNumbers,
  kind: CrisisKind,
  language: ReplyLanguage,
): string {
  return replies.replies[kind][language].replace(REFERENCE, (_, id: string) => {
    const number = numbers.get(id);
    if (!isTellable(number)) throw new Error(`The number "${id}" may not be told`);
    return number.say;
  });
}

function everyLanguage<Schema extends z.ZodType>(schema: Schema): Record<ReplyLanguage, Schema> {
  return Object.fromEntries(REPLY_LANGUAGES.map((language) => [language, schema])) as Record<
    ReplyLanguage,
    Schema
  >;
}

function everyKind<Schema extends z.ZodType>(schema: Schema): Record<CrisisKind, Schema> {
  return Object.fromEntries(CRISIS_KINDS.map((kind) => [kind, schema])) as Record<CrisisKind, Schema>;
}
