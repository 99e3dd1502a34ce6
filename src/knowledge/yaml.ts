/** YAML with line numbers: parse a text, check it against a schema, and name the line of each fault. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** How many lines of the file come before the text (the `---` of a front matter counts one). */
  readonly linesBefore: number;
}

export type Path = readonly PropertyKey[];

export interface ParsedYaml<Value> {
  /** Null when the YAML is broken or does not fit the schema. */
  readonly value: Value | null;
  readonly faults: readonly Fault[];
  /** The line in the file of the node at a path; of its nearest known ancestor when it is missing. */
  lineOf(path: Path): number;
}

/** Parses and checks; collects every fault, throws nothing. */
export function parseYaml<Schema extends z.ZodType>(
  source: YamlText,
  schema: Schema,
): ParsedYaml<z.infer<Schema>> {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + source.linesBefore;
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file: source.file,
      line: lineAt(error.pos[0]),
      what: `broken YAML: ${error.message}`,
      mend: 'Look at the indentation and the quotes; a text with ": " or "#" wants quotes or ">-".',
    }));
    return { value: null, faults, lineOf };
  }
  const outcome = schema.safeParse(document.toJS());
  if (outcome.success) return { value: outcome.data, faults: [], lineOf };
  const faults = outcome.error.issues.flatMap((issue) => faultsOf(issue, source.file, lineOf));
  return { value: null, faults, lineOf };
}

function faultsOf(issue: z.core.$ZodIssue, file: string, lineOf: (path: Path) => number): Fault[] {
  const where = issue.path.length > 0 ? issue.path.map(String).join('.') : 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...issue.path, key]),
      what: `unknown key "${key}" in ${where}`,
      mend: 'Look for a typing error, or take the key away.',
    }));
  }
  return [{ file, line: lineOf(issue.path), what: `${where}: ${issue.message}`, mend: mendOf(issue) }];
}

function mendOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `Shorten it: at most ${issue.maximum}.`;
    case 'too_small':
      return `It needs at least ${issue.minimum}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return issue.format === 'date' ? 'Write the date as 2026-11-23.' : `Write it as: ${issue.format}.`;
    case 'invalid_type':
      return issue.expected === 'string'
        ? 'Write a text here (in quotes when it looks like a number), or add the missing key.'
        : `Write a value of type ${issue.expected}, or add the missing key.`;
    default:
      return 'Compare with knowledge/sheets/isee.md.';
  }
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const next: unknown = document.getIn(path.slice(0, path.indexOf(step) + 1), true);
      if (!isNode(next)) return offset;
      offset = next.range?.[0] ?? offset;
      node = next;
    }
  }
  return offset;
}
