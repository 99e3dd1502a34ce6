/** What authors wrote, read and not yet inspected. */
import { LANGUAGES, type Language } from '../../lib/language.ts';
import type { PhraseBook } from '../phrases.ts';
import type { FlowBook } from './book.ts';
import type { Phrases } from './phrases-schema.ts';
import type { Flow } from './schema.ts';
import type { Source } from './source.ts';
import type { Words } from './words-schema.ts';

/** All that authors wrote, with the lines of its parts: what the inspections look at. */
export interface Written {
  readonly flows: readonly Source<Flow>[];
  readonly words: Source<Words>;
  readonly phrases: readonly Source<Phrases>[];
  /** The slugs of the sheets that exist. */
  readonly sheets: readonly string[];
}

export function toFlowBook(written: Written): FlowBook {
  return {
    flows: new Map(written.flows.map(({ content }) => [content.flow, content])),
    words: written.words.content,
    sheets: written.sheets,
  };
}

export function toPhraseBook(written: Written): PhraseBook {
  const book: Partial<Record<Language, Phrases>> = {};
  for (const language of LANGUAGES) {
    const found = written.phrases.find(({ content }) => content.language === language);
    if (found !== undefined) book[language] = found.content;
  }
  return book;
}
