/** What is wrong in the knowledge files, where, and how to mend it: for authors, one line each. */
export interface Fault {
  /** Path as the author knows it, for instance `knowledge/sheets/isee.md`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

export interface Findings {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

export function describeFault(fault: Fault): string {
  return `${fault.file}:${fault.line}  ${fault.what}\n    mend: ${fault.mend}`;
}

/** By file, then by line: the order in which an author walks through them. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
