/** The words of the understanding, as data: the shapes of knowledge/vocabulary.yaml and other-offices.yaml. */
import { z } from 'zod';
import { ASPECTS } from '../conversation/ports.ts';

/** The languages that are recognised; Spanish and Ukrainian so as not to be taken for another one. */
export const RECOGNISED = ['it', 'en', 'fr', 'ro', 'sq', 'ka', 'ar', 'es', 'uk'] as const;
export type Recognised = (typeof RECOGNISED)[number];

const words = z.array(z.coerce.string().min(1));
const byLanguage = z.partialRecord(z.enum(RECOGNISED), words);
export type WordsByLanguage = z.infer<typeof byLanguage>;

/** What people say, and the words of the sheets that it means. */
export const Concept = z.strictObject({
  /** Phrases that stand in the sheets (`words`, titles). */
  means: words.min(1),
  /** Expressions by language; Italian ones match by stem, a final `*` matches any ending. */
  says: byLanguage,
});
export type Concept = z.infer<typeof Concept>;

export const SMALLTALKS = [
  'greeting',
  'thanks',
  'goodbye',
  'how-are-you',
  'who-are-you',
  'compliment',
  'insult',
] as const;

const pattern = z.string().refine(isPattern, 'not a regular expression');

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const patterns = z.array(pattern);

export const VocabularyFile = z.strictObject({
  /** Words that carry no matter, by language; also what a language is recognised by. */
  stop: z.record(z.enum(RECOGNISED), words),
  /** Words of requests in general ("vorrei", "domanda"): no matter in a question, nor proof of a language. */
  request: byLanguage,
  /** More words that tell a language, but do carry matter. */
  telltale: byLanguage,
  /** Names of places: they never choose a sheet. */
  places: words,
  /** Chat spellings: what is written, what is meant. */
  abbreviations: z.record(z.string(), z.string()),
  concepts: z.array(Concept),
  /** Regular expressions on the normalised text (no accents, lower case), whole words. */
  aspects: z.record(z.enum(ASPECTS), z.partialRecord(z.enum(RECOGNISED), patterns)),
  /** Words that ask: "quanto", "dove". */
  interrogative: byLanguage,
  /** Words that take up the last topic again: "e", "questo", "quello". */
  /** Sheets that people ask for when they are in danger: their example requests teach nothing about calm. */
  nearDanger: z.array(z.string()),
  smalltalk: z.record(z.enum(SMALLTALKS), patterns),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;

/** A matter that is not ours: how it is recognised, and one plain sentence that says whose it is. */
export const OtherOffice = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  say: z.string().min(10),
  words: words.min(1),
  /** Regular expressions that decide before any sheet: what we do for nobody. */
  patterns: patterns.optional(),
});
export type OtherOffice = z.infer<typeof OtherOffice>;

export const OtherOfficesFile = z.strictObject({ offices: z.array(OtherOffice).min(1) });

export interface Vocabulary extends VocabularyFile {
  readonly otherOffices: readonly OtherOffice[];
}
