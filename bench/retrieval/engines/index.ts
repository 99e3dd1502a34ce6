/** Who takes part. */
import type { Engine } from '../engine.ts';
import { flexsearch } from './flexsearch.ts';
import { langchain } from './langchain.ts';
import { lunrItalian } from './lunr.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { coverDensity, frequency } from './postgresql.ts';
import { segretariato } from './segretariato.ts';

export const ENGINES: readonly Engine[] = [
  segretariato,
  minisearch,
  orama,
  langchain,
  lunrItalian,
  flexsearch,
  coverDensity,
  frequency,
];
