/** From the contents of the files in `flows/` to the flows and phrases the core runs on. No IO. */
import { inspect } from '../inspect/index.ts';
import type { PhraseBook } from '../phrases.ts';
import type { FlowBook } from './book.ts';
import type { Fault } from './fault.ts';
import { Phrases } from './phrases-schema.ts';
import { Flow } from './schema.ts';
import { readSource, type SourceFile } from './source.ts';
import { Words } from './words-schema.ts';
import { toFlowBook, toPhraseBook, type Written } from './written.ts';

export type ReadFlows =
  /** Usable; `faults` has only warnings. */
  | {
      readonly ok: true;
      readonly flows: FlowBook;
      readonly phrases: PhraseBook;
      readonly faults: readonly Fault[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export interface FlowFiles {
  readonly flows: readonly SourceFile[];
  readonly words: SourceFile;
  readonly phrases: readonly SourceFile[];
}

/** Reads and inspects everything; with an error nothing is usable, and every fault found is given. */
export function readFlows(files: FlowFiles, sheets: readonly string[]): ReadFlows {
  const flows = files.flows.map((file) => readSource(file, Flow));
  const words = readSource(files.words, Words);
  const phrases = files.phrases.map((file) => readSource(file, Phrases));
  const unreadable = [...flows, words, ...phrases].flatMap(({ faults }) => faults);
  if (unreadable.length > 0 || words.source === null) return { ok: false, faults: unreadable };
  const written: Written = {
    flows: flows.flatMap(({ source }) => source ?? []),
    words: words.source,
    phrases: phrases.flatMap(({ source }) => source ?? []),
    sheets,
  };
  const faults = inspect(written);
  if (faults.some(({ weight }) => weight === 'error')) return { ok: false, faults };
  return { ok: true, flows: toFlowBook(written), phrases: toPhraseBook(written), faults };
}
