/** What the assistant says in one language: `flows/phrases/LANGUAGE.yaml`. */
import { z } from 'zod';
import { LANGUAGES } from '../../lib/language.ts';
import { PhraseKey } from './target.ts';

/** What is written on a choice, and the words that choose it when they are typed. */
export interface Label {
  readonly label: string;
  /** A form for buttons, at most 20 characters, when the label is longer. */
  readonly short?: string;
  readonly words: readonly string[];
}

const FullLabel = z.strictObject({
  label: z.string().min(1),
  short: z.string().min(1).exactOptional(),
  words: z.array(z.string().min(1)).default([]),
});

/** A label alone may be written as plain text. */
export const Label: z.ZodType<Label> = z.union([
  z
    .string()
    .min(1)
    .transform((label): Label => ({ label, words: [] })),
  FullLabel,
]);

export const Phrases = z.strictObject({
  language: z.enum(LANGUAGES),
  /** Who has read these phrases and answers for them. `draft`: nobody yet. */
  review: z.strictObject({
    status: z.enum(['draft', 'machine', 'reviewed']),
    reviewedBy: z.string().min(1).nullable(),
    reviewedAt: z.iso.date().nullable(),
  }),
  /** Text by key; `{name}` is filled in when it is said. */
  phrases: z.record(PhraseKey, z.string().min(1)),
  /** Choices by key: `flow.step.option`. */
  labels: z.record(PhraseKey, Label),
  /** The short name of each sheet, for choices; 24 characters at most. */
  sheets: z.record(z.string(), z.string().min(1)),
});
export type Phrases = z.infer<typeof Phrases>;
