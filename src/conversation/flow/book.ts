/** All flows, with the words that always work and the sheets that exist. */
import type { Flow } from './schema.ts';
import type { Words } from './words-schema.ts';

/** Flows that the engine itself leads to; all must exist. */
export const KNOWN_FLOWS = [
  'benvenuto',
  'menu',
  'scheda',
  'chiarire',
  'persona',
  'offri-persona',
  'crisi',
  'chi-legge',
  'aiuto',
  'semplice',
  'lingua',
] as const;
export type KnownFlow = (typeof KNOWN_FLOWS)[number];

export interface FlowBook {
  readonly flows: ReadonlyMap<string, Flow>;
  readonly words: Words;
  /** The slugs of the sheets that exist. */
  readonly sheets: readonly string[];
}
