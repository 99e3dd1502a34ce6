/** The same facts for every engine: the sheets' texts, then also the example requests, then all that we learn from. */
import type { KnowledgeBase } from '../../src/knowledge/base.ts';
import { knownMatters, loadRequests } from '../../src/knowledge/load-requests.ts';
import { requestsLesson } from '../../src/knowledge/requests.ts';
import { neededLines, type Sheet } from '../../src/knowledge/sheet.ts';
import type { Material, SheetDocument } from './engine.ts';

/** Texts of one kind, by sheet. */
type Texts = ReadonlyMap<string, readonly string[]>;

const NONE: Texts = new Map();

/** From the least to the most. */
export async function materialsOf(base: KnowledgeBase): Promise<Material[]> {
  const requests = await requestsOf(base);
  const documents = (said: Texts, expressions: Texts): SheetDocument[] =>
    base.sheets.map((sheet) => documentOf(sheet, said, expressions));
  return [
    { name: 'a. sheet texts only', documents: documents(NONE, NONE), withRequests: false },
    {
      name: 'b. sheet texts and our example requests',
      documents: documents(requests, NONE),
      withRequests: true,
    },
    {
      name: 'c. as b, and our translations and the expressions of our vocabulary',
      documents: documents(requests, expressionsOf(base)),
      withRequests: true,
    },
  ];
}

function documentOf(sheet: Sheet, requests: Texts, expressions: Texts): SheetDocument {
  const { slug, title, subtitle = '', summary, short, simple, words, topics } = sheet;
  const sections = Object.values(sheet.sections).flatMap((section) => section.map(({ text }) => text));
  return {
    slug,
    fields: {
      title,
      words: words.join('\n'),
      topics: topics.join('\n'),
      summary: bare(`${subtitle}\n${summary}`),
      short: bare(`${short}\n${simple}`),
      sections: bare(sections.join('\n')),
      requests: (requests.get(slug) ?? []).join('\n'),
      expressions: (expressions.get(slug) ?? []).join('\n'),
    },
  };
}

/** What `knowledge/requests/sheets/` holds. */
async function requestsOf({ sheets, vocabulary }: KnowledgeBase): Promise<Texts> {
  const { examples } = await loadRequests(
    'knowledge/requests',
    knownMatters(sheets, vocabulary.otherOffices),
  );
  const clear = examples.filter(({ matters }) => matters.length === 1);
  return bySheet(clear.map(({ text, matters }) => ({ text, classes: matters })));
}

/** What could help beside requests and sheets: what things are called, and the translations of the sheets. */
function expressionsOf({ sheets, translations, vocabulary }: KnowledgeBase): Texts {
  const ofSheets = { examples: [], sheets, vocabulary: { ...vocabulary, concepts: [] } };
  const known = new Set(requestsLesson(ofSheets).messages.map(({ text }) => text));
  const all = requestsLesson({ examples: [], sheets, vocabulary }).messages;
  const translated = [...translations.values()]
    .flatMap((one) => [...one.values()])
    .flatMap((one) =>
      [one.title, one.short, ...one.how, ...neededLines(one.needed), ...one.where].map((text) => ({
        text,
        classes: [`sheet/${one.slug}`],
      })),
    );
  return bySheet([...all.filter(({ text }) => !known.has(text)), ...translated]);
}

function bySheet(messages: readonly { readonly text: string; readonly classes: readonly string[] }[]): Texts {
  const pairs = messages.flatMap(({ text, classes }) =>
    classes.flatMap((one) => (one.startsWith('sheet/') ? [{ slug: one.slice('sheet/'.length), text }] : [])),
  );
  const groups = Map.groupBy(pairs, ({ slug }) => slug);
  return new Map([...groups].map(([slug, list]) => [slug, list.map(({ text }) => text)]));
}

/** Without the places where figures go. */
function bare(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, ' ');
}
