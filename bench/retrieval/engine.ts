/** What every search engine of the comparison is to the bench: it is given documents, then questions. */

/** The parts of a document, which an engine may weigh apart; the last two are empty where a material has none. */
export const FIELDS = [
  'title',
  'words',
  'topics',
  'summary',
  'short',
  'sections',
  'requests',
  'expressions',
] as const;
export type Field = (typeof FIELDS)[number];

/** A sheet as all engines are given it. */
export interface SheetDocument {
  readonly slug: string;
  readonly fields: Readonly<Record<Field, string>>;
}

/** What the engines are given to search. */
export interface Material {
  readonly name: string;
  readonly documents: readonly SheetDocument[];
  /** Whether Segretariato learns from the example requests. */
  readonly withRequests: boolean;
}

/** How many sheets a finder gives at most. */
export const MOST = 10;

/** An engine that has read the documents. */
export interface Finder {
  /** @returns slugs, the best first */
  find(question: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** One way to use an engine. */
export interface Setting {
  /** Enough for a reader to do the same. */
  readonly words: string;
  open(material: Material): Promise<Finder>;
}

export interface Engine {
  readonly name: string;
  /** The settings tried; the one that serves best is reported. */
  readonly settings: readonly Setting[];
  /** Why it cannot take part here; null when it can. */
  absence(): Promise<string | null>;
}

/** Absence of an engine that is always there. */
export async function present(): Promise<null> {
  return null;
}

/** A finder over what is in memory: there is nothing to close. */
export function inMemory(find: (question: string) => readonly string[] | Promise<readonly string[]>): Finder {
  return { find: async (question) => find(question), close: async () => undefined };
}
