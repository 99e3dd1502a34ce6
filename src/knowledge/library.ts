/** The knowledge behind one door: it listens to texts (retrieval, asynchronous), then answers at once. */
import type { BaseRetriever } from '@langchain/core/retrievers';
import type { Knowledge, Understanding } from '../conversation/ports.ts';
import type { Clock } from '../lib/clock.ts';
import { dayInItaly } from '../lib/today.ts';
import { answerFrom } from './answer.ts';
import type { KnowledgeBase } from './base.ts';
import { createEngine } from './engine.ts';
import { type Candidate, candidatesOf, fuse } from './fuse.ts';
import { type PassageMetadata, SheetRetriever } from './retriever.ts';
import type { Sheet } from './sheet.ts';
import { understand } from './understand.ts';
import type { OtherOffice } from './vocabulary.ts';

export interface LibraryParts {
  readonly base: KnowledgeBase;
  readonly clock: Clock;
  /** Address of the public pages, without a final slash. */
  readonly publicUrl: string;
  /** More retrievers of the same passages (embeddings), fused with the index by reciprocal rank. */
  readonly extraRetrievers?: readonly BaseRetriever<PassageMetadata>[];
}

export interface Library {
  readonly sheets: readonly Sheet[];
  sheet(slug: string): Sheet | null;
  /** The matter of another office, as `Understanding.none.office` names it. */
  otherOffice(id: string): OtherOffice | null;
  /**
   * Retrieves for each text once and gives the knowledge bound to what was found.
   * The result's `understand` throws on a text that is not among these.
   */
  listen(texts: readonly string[]): Promise<Knowledge>;
}

export function createLibrary(parts: LibraryParts): Library {
  const { base, clock, publicUrl, extraRetrievers = [] } = parts;
  const { sheets, vocabulary } = base;
  const bySlug = new Map(sheets.map((sheet) => [sheet.slug, sheet]));
  const engine = createEngine(base);
  const retrievers = [new SheetRetriever({ engine }), ...extraRetrievers];

  async function retrieve(text: string): Promise<readonly Candidate[]> {
    const found = await Promise.all(retrievers.map((retriever) => retriever.invoke(text)));
    const lists = found.map((documents) => candidatesOf(documents.map(({ metadata }) => metadata)));
    return fuse(lists).filter(({ slug }) => bySlug.has(slug));
  }

  return {
    sheets,
    sheet: (slug) => bySlug.get(slug) ?? null,
    otherOffice: (id) => vocabulary.otherOffices.find((office) => office.id === id) ?? null,
    listen: async (texts) => {
      const heard = new Map<string, readonly Candidate[]>();
      for (const text of new Set(texts)) heard.set(text, await retrieve(text));
      const understood = new Map<string, Understanding>();
      return {
        understand: (text, context) => {
          const key = JSON.stringify([text, context]);
          const known = understood.get(key);
          if (known !== undefined) return known;
          const retrieved = heard.get(text);
          if (retrieved === undefined) {
            throw new Error(
              'understand() was given a text that listen() had not heard: pass every text to listen() first',
            );
          }
          const understanding = understand(text, context, retrieved, engine);
          understood.set(key, understanding);
          return understanding;
        },
        answer: (slug, part, maxLength, language) => {
          const sheet = bySlug.get(slug);
          if (sheet === undefined) return null;
          const today = dayInItaly(clock.now());
          return answerFrom(sheet, part, maxLength, language, { ...base, publicUrl, today });
        },
        writtenLanguage: (text) => engine.writtenLanguage(text),
        title: (slug) => bySlug.get(slug)?.title ?? null,
      };
    },
  };
}
