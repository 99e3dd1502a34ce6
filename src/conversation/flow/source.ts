/** A YAML file as authors wrote it, with the line of each of its parts. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

export interface SourceFile {
  /** As shown in faults: `flows/menu.yaml`. */
  readonly file: string;
  readonly text: string;
}

export type Path = readonly PropertyKey[];

export interface Source<T> {
  readonly file: string;
  readonly content: T;
  /** The line of the part at a path, or of the nearest part above it. */
  lineOf(path: Path): number;
}

export type ReadSource<T> =
  | { readonly source: Source<T>; readonly faults: readonly [] }
  | { readonly source: null; readonly faults: readonly Fault[] };

/** Reads a file by its schema; every fault of the YAML and of the shape is given. */
export function readSource<T>({ file, text }: SourceFile, schema: z.ZodType<T>): ReadSource<T> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: counter.linePos(error.pos[0]).line,
      what: error.message,
      mend: 'correggi la scrittura YAML: rientri, due punti, virgolette',
      weight: 'error' as const,
    }));
    return { source: null, faults };
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { source: { file, content: parsed.data, lineOf }, faults: [] };
  const faults = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    what: `${issue.path.map(String).join('.') || 'il file'}: ${issue.message}`,
    mend: 'scrivi questa parte come dice docs/authors-guide.md',
    weight: 'error' as const,
  }));
  return { source: null, faults };
}
