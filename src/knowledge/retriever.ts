/** The index as a LangChain retriever: a message in, the passages of the sheets out, best sheet first. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Engine } from './engine.ts';
import type { Passage } from './index.ts';
import type { Query } from './query.ts';
import type { SectionKey } from './sheet.ts';
import type { Weighed } from './weigh.ts';

/** What a passage tells of itself. */
export interface PassageMetadata {
  slug: string;
  section: SectionKey;
  /** 0 to 1. The best passage of a sheet has the sheet's own score. */
  score: number;
}

const MOST_SHEETS = 10;

export interface SheetRetrieverInput extends BaseRetrieverInput {
  engine: Engine;
}

export class SheetRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'SheetRetriever';
  }
  lc_namespace = ['segretariato', 'knowledge'];
  private readonly engine: Engine;

  constructor({ engine, ...rest }: SheetRetrieverInput) {
    super(rest);
    this.engine = engine;
  }

  /**
   * Without LangChain's callbacks: with a tracing variable in the environment they would send what a citizen wrote to
   * a service outside.
   */
  override async invoke(text: string): Promise<Document<PassageMetadata>[]> {
    return this._getRelevantDocuments(text);
  }

  override async _getRelevantDocuments(text: string): Promise<Document<PassageMetadata>[]> {
    const query = this.engine.read(text);
    const { index } = this.engine;
    const sheets = this.engine
      .weigh(text)
      .matters.flatMap((weighed) =>
        weighed.matter.startsWith('sheet/') ? { ...weighed, slug: weighed.matter.slice(6) } : [],
      )
      .slice(0, MOST_SHEETS);
    return sheets.flatMap((sheet) =>
      passagesOf(sheet, index.passages.get(sheet.slug) ?? [], query, index.rarity),
    );
  }
}

function passagesOf(
  sheet: Weighed,
  passages: readonly Passage[],
  query: Query,
  rarity: (stem: string) => number,
): Document<PassageMetadata>[] {
  const weighed = passages
    .map((passage) => ({ passage, weight: weigh(passage, query, rarity) }))
    .sort((a, b) => b.weight - a.weight);
  const most = weighed[0]?.weight ?? 0;
  return weighed.map(
    ({ passage, weight }) =>
      new Document({
        pageContent: passage.text,
        metadata: {
          slug: passage.slug,
          section: passage.section,
          score: most === 0 ? sheet.share : sheet.share * (weight / most),
        },
      }),
  );
}

function weigh(passage: Passage, query: Query, rarity: (stem: string) => number): number {
  let sum = 0;
  for (const { readings } of query.units) {
    const weights = readings.map(({ stems, weight }) =>
      stems.reduce((total, one) => total + (passage.stems.has(one) ? weight * rarity(one) : 0), 0),
    );
    sum += Math.max(0, ...weights);
  }
  return sum;
}
