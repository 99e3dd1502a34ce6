/** JSON lines read with care: every bad line is named by its number. */
import type { z } from 'zod';

export type ReadLine<Value> =
  | { readonly line: number; readonly value: Value }
  | { readonly line: number; readonly fault: string };

/** One result a line that is not blank; nothing is thrown. */
export function readLines<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): ReadLine<z.infer<Schema>>[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => row.trim() !== '')
    .map(({ row, line }) => readLine(row, line, schema));
}

function readLine<Schema extends z.ZodType>(
  row: string,
  line: number,
  schema: Schema,
): ReadLine<z.infer<Schema>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(row);
  } catch (error) {
    return {
      line,
      fault: `line ${line}: not JSON (${error instanceof Error ? error.message : String(error)})`,
    };
  }
  const outcome = schema.safeParse(parsed);
  if (outcome.success) return { line, value: outcome.data };
  const [issue] = outcome.error.issues;
  return {
    line,
    fault: `line ${line}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'wrong shape'}`,
  };
}
