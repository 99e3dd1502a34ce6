import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { expect, test } from 'vitest';
import { createEngine } from '../../src/knowledge/engine.ts';
import { type Candidate, fuse } from '../../src/knowledge/fuse.ts';
import { createLibrary } from '../../src/knowledge/library.ts';
import { type PassageMetadata, SheetRetriever } from '../../src/knowledge/retriever.ts';
import { ManualClock } from '../../src/lib/clock.ts';
import { NOW, realContent } from '../support/real-content.ts';

const clock = new ManualClock(NOW);
const content = await realContent();
const CONTEXT = { language: 'it', topic: null, earlier: [], comune: null } as const;

test('a text that was not listened to names the mistake', async () => {
  const knowledge = await content.listen(['isee']);
  expect(knowledge.understand('isee', CONTEXT).outcome).toBe('answer');
  expect(() => knowledge.understand('altro', CONTEXT)).toThrow(/listen\(\)/);
  expect(knowledge.title('isee')).toBe('ISEE, DSU e CAF');
  expect(knowledge.title('mai-vista')).toBeNull();
  expect(knowledge.answer('mai-vista', 'short', 1000, 'it')).toBeNull();
});

test('the retriever gives passages with slug, section and score, best sheet first', async () => {
  const retriever = new SheetRetriever({ engine: createEngine(content.base()) });
  expect(retriever).toBeInstanceOf(BaseRetriever);
  const passages = await retriever.invoke('quanto dura il permesso di soggiorno');
  expect(passages[0]?.metadata.slug).toBe('permesso-soggiorno');
  const scores = passages.map(({ metadata }) => metadata.score);
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  const best = new Map<string, number>();
  for (const { metadata } of passages) {
    best.set(metadata.slug, Math.max(best.get(metadata.slug) ?? 0, metadata.score));
  }
  expect([...best.values()]).toEqual([...best.values()].sort((a, b) => b - a));
  expect(new Set(passages.map(({ metadata }) => `${metadata.slug} ${metadata.section}`)).size).toBe(
    passages.length,
  );
});

test('what a citizen writes reaches no callback of LangChain, so no tracing service either', async () => {
  const retriever: BaseRetriever = new SheetRetriever({ engine: createEngine(content.base()) });
  const heard: string[] = [];
  await retriever.invoke('isee', { callbacks: [{ handleRetrieverStart: () => void heard.push('start') }] });
  expect(heard).toEqual([]);
});

/** Finds always the same sheet, as an embedding might for words that nobody wrote down. */
class OneSheetRetriever extends BaseRetriever<PassageMetadata> {
  lc_namespace = ['test'];
  calls = 0;
  override async _getRelevantDocuments(): Promise<Document<PassageMetadata>[]> {
    this.calls += 1;
    return [new Document({ pageContent: '', metadata: { slug: 'isee', section: 'what', score: 0.9 } })];
  }
}

test('another retriever is asked once a text and fused with the index', async () => {
  const extra = new OneSheetRetriever();
  const library = createLibrary({
    base: content.base(),
    clock,
    publicUrl: 'https://esempio.it',
    extraRetrievers: [extra],
  });
  const knowledge = await library.listen(['legge 104', 'legge 104', 'isee']);
  expect(extra.calls).toBe(2);
  const slugs = knowledge.understand('legge 104', CONTEXT).ranking.map(({ slug }) => slug);
  expect(slugs.slice(0, 2)).toContain('legge-104');
  expect(slugs.slice(0, 2)).toContain('isee');
});

test('reciprocal rank fusion puts first what several lists agree on', () => {
  const candidate = (slug: string, score: number): Candidate => ({ slug, score });
  const lexical = [candidate('a', 0.9), candidate('b', 0.8), candidate('c', 0.3)];
  const semantic = [candidate('b', 0.5), candidate('d', 0.4)];
  expect(fuse([lexical, semantic]).map(({ slug, score }) => `${slug} ${score}`)).toEqual([
    'b 0.9',
    'a 0.8',
    'd 0.3',
    'c 0',
  ]);
  expect(fuse([lexical])).toEqual(lexical);
  expect(fuse([])).toEqual([]);
});
