/** Reads `knowledge/cries/`: `KIND.txt`, whose headings say "now" or "soon", and `calm.txt`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExamples } from '../classifier/examples.ts';
import type { CryClass, CryExample } from './cries.ts';
import { CRISIS_KINDS } from './crisis.ts';

export interface CryFault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly mend: string;
}

export interface LoadedCries {
  readonly examples: readonly CryExample[];
  readonly faults: readonly CryFault[];
}

/** @throws when the folder cannot be read: without it a cry for help could be missed */
export async function loadCries(directory: string): Promise<LoadedCries> {
  const faults: CryFault[] = [];
  const examples: CryExample[] = [];
  const names = (await readdir(directory)).filter((name) => name.endsWith('.txt')).sort();
  for (const name of names) {
    const file = join(directory, name);
    const kind = CRISIS_KINDS.find((one) => `${one}.txt` === name);
    if (kind === undefined && name !== 'calm.txt') {
      const mend = `Use calm.txt, or one of: ${CRISIS_KINDS.join(', ')}.`;
      faults.push({ file, line: 1, what: `"${name}" is not a kind of danger`, mend });
      continue;
    }
    const parsed = parseExamples(await readFile(file, 'utf8'));
    faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
    for (const line of parsed.lines) {
      const cry = classOf(kind, line.labels);
      if (cry !== null) examples.push({ ...line, file, cry });
      else {
        const what = `the heading above says "${line.labels.join(', ')}"`;
        const mend =
          kind === undefined ? 'In calm.txt it says only "# it a".' : 'Write "# it a · now", or "soon".';
        faults.push({ file, line: line.line, what, mend });
      }
    }
  }
  for (const kind of CRISIS_KINDS) {
    if (examples.some(({ cry }) => cry.startsWith(`${kind}/`))) continue;
    const file = join(directory, `${kind}.txt`);
    faults.push({ file, line: 1, what: 'there is no message of this kind', mend: 'Write some.' });
  }
  return { examples, faults };
}

function classOf(
  kind: (typeof CRISIS_KINDS)[number] | undefined,
  labels: readonly string[],
): CryClass | null {
  const [urgency, ...others] = labels;
  if (kind === undefined) return labels.length === 0 ? 'calm' : null;
  if (others.length > 0 || (urgency !== 'now' && urgency !== 'soon')) return null;
  return `${kind}/${urgency}`;
}
