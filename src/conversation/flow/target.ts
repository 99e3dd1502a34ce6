/** Where a step leads, as written in a flow's `next`. */
import { z } from 'zod';

export const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const Name = z.string().regex(NAME, 'small letters and figures, words joined by a hyphen');

/** A key of the phrases: names joined by a dot. */
export const PhraseKey = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'small letters and figures, joined by a dot or a hyphen');

const TARGET = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*|flow:[a-z0-9-]+(?:\.[a-z0-9-]+)?|sheet:[a-z0-9-]+)$/;

/** `step` of the same flow · `flow:name` or `flow:name.step` · `sheet:slug`, which is quoted with its ways on. */
export const TargetText = z
  .string()
  .regex(TARGET, 'a step of this flow, flow:NAME, flow:NAME.STEP or sheet:SLUG');
export type TargetText = z.infer<typeof TargetText>;

export type Target =
  | { readonly to: 'step'; readonly step: string }
  | { readonly to: 'flow'; readonly flow: string; readonly step: string | null }
  | { readonly to: 'sheet'; readonly slug: string };

/** What a `next` means; the text has been checked by `TargetText`. */
export function readTarget(text: TargetText): Target {
  if (text.startsWith('sheet:')) return { to: 'sheet', slug: text.slice('sheet:'.length) };
  if (!text.startsWith('flow:')) return { to: 'step', step: text };
  const [flow = '', step] = text.slice('flow:'.length).split('.');
  return { to: 'flow', flow, step: step ?? null };
}
