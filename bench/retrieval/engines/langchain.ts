/**
 * LangChain's BM25 retriever, its own code. It knows neither fields nor stems: a field that counts more is repeated,
 * and stems are made beforehand, in the sheets and in the question.
 */
import { Document } from '@langchain/core/documents';
import { type Engine, FIELDS, inMemory, MOST, type Setting, type SheetDocument } from '../engine.ts';
import { type Analysis, OURS, PLAIN } from '../italian.ts';
import { loadBm25, PACKAGE } from '../langchain-package.ts';
import { FLAT, NAMES, type Weights } from '../weights.ts';

export const langchain: Engine = {
  name: 'LangChain BM25',
  settings: [setting(FLAT, PLAIN), setting(FLAT, OURS), setting(NAMES, OURS)],
  absence: async () => {
    try {
      await loadBm25();
      return null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return `${PACKAGE} could not be fetched: ${reason.split('\n')[0]}`;
    }
  },
};

function setting(weights: Weights, analysis: Analysis): Setting {
  return {
    words: `${weights.words}; ${analysis.words}`,
    open: async ({ documents }) => {
      const docs = documents.map((document) => {
        const pageContent = textOf(document, weights, analysis);
        return new Document({ pageContent, metadata: { slug: document.slug } });
      });
      const retriever = (await loadBm25()).fromDocuments(docs, { k: MOST });
      return inMemory(async (question) => {
        const found = await retriever.invoke(analysis.of(question).join(' '));
        return found.map(({ metadata }) => metadata.slug);
      });
    },
  };
}

function textOf({ fields }: SheetDocument, weights: Weights, analysis: Analysis): string {
  const parts = FIELDS.flatMap((field) => {
    const text = analysis.of(fields[field]).join(' ');
    return Array.from({ length: weights.of[field] }, () => text);
  });
  return parts.join('\n');
}
