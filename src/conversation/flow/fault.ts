/** A fault in what authors write: where it is, what is wrong and how to mend it. */
export interface Fault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly mend: string;
  /** An `error` stops the flows from being used; a `warning` is for the author's eye. */
  readonly weight: 'error' | 'warning';
}

export function faultLine(fault: Fault): string {
  const weight = fault.weight === 'warning' ? ' (avviso)' : '';
  return `${fault.file}:${fault.line}${weight} ${fault.what} → ${fault.mend}`;
}
