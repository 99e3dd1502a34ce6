/**
 * Reads `knowledge/requests/`: `sheets/SLUG.txt`, `offices/ID.txt`, `none.txt` (matters of nobody's), and
 * `unclear.txt`, whose headings name the sheets among which the words do not choose. Those of the others may say which
 * aspect is asked: `# it a · how`. The headings of `follow-ups.txt` say whether the messages lean on what was said
 * before: `# it a · same` or `# it a · new`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseExamples } from '../classifier/examples.ts';
import { ASPECTS } from '../conversation/ports.ts';
import { NOTHING_ASKED } from './asked.ts';
import type { Fault } from './fault.ts';
import { type FollowUpExample, LEANINGS } from './follow-up.ts';
import type { Matter, RequestExample } from './requests.ts';

export interface LoadedRequests {
  readonly examples: readonly RequestExample[];
  readonly followUps: readonly FollowUpExample[];
  readonly faults: readonly Fault[];
}

export interface KnownMatters {
  readonly slugs: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
}

/** A folder that is not there is empty: the understanding then rests on the sheets' words alone. */
export async function loadRequests(directory: string, known: KnownMatters): Promise<LoadedRequests> {
  const faults: Fault[] = [];
  const examples: RequestExample[] = [];
  const followUps: FollowUpExample[] = [];
  const addFollowUps = async (file: string): Promise<void> => {
    const parsed = parseExamples(await readFile(file, 'utf8'));
    faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
    for (const line of parsed.lines) {
      const leaning = LEANINGS.find((one) => line.labels.length === 1 && one === line.labels[0]);
      if (leaning !== undefined) followUps.push({ ...line, file, leaning });
      else {
        const what = `the heading above says "${line.labels.join(', ')}"`;
        faults.push({ file, line: line.line, what, mend: `Say one of: ${LEANINGS.join(', ')}.` });
      }
    }
  };
  const add = async (file: string, matter: Matter | null): Promise<void> => {
    const parsed = parseExamples(await readFile(file, 'utf8'));
    faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
    for (const line of parsed.lines) {
      const read = matter === null ? readUnclear(line.labels, known) : readAsked(line.labels, matter);
      if (read !== null) examples.push({ ...line, file, ...read });
      else {
        const what = `the heading above says "${line.labels.join(', ')}"`;
        const mend =
          matter === null
            ? 'Name two or more slugs of sheets.'
            : `Say nothing, or one of: ${ASPECTS.join(', ')}, ${NOTHING_ASKED}.`;
        faults.push({ file, line: line.line, what, mend });
      }
    }
  };
  for (const [folder, names] of [
    ['sheets', known.slugs],
    ['offices', known.offices],
  ] as const) {
    for (const name of await textsIn(join(directory, folder))) {
      const file = join(directory, folder, `${name}.txt`);
      if (names.has(name)) await add(file, folder === 'sheets' ? `sheet/${name}` : `office/${name}`);
      else {
        const what = `there is no ${folder === 'sheets' ? 'sheet' : 'office'} "${name}"`;
        faults.push({ file, line: 1, what, mend: 'Rename the file, or take it away.' });
      }
    }
  }
  for (const name of await textsIn(directory)) {
    const file = join(directory, `${name}.txt`);
    if (name === 'none') await add(file, 'none');
    else if (name === 'unclear') await add(file, null);
    else if (name === 'follow-ups') await addFollowUps(file);
    else {
      const mend = 'Use none.txt, unclear.txt, follow-ups.txt, sheets/SLUG.txt or offices/ID.txt.';
      faults.push({ file, line: 1, what: 'no requests belong in a file of this name', mend });
    }
  }
  return { examples, followUps, faults };
}

function readUnclear(labels: readonly string[], known: KnownMatters): Pick<RequestExample, 'matters'> | null {
  if (
    new Set(labels).size < 2 ||
    new Set(labels).size < labels.length ||
    labels.some((slug) => !known.slugs.has(slug))
  )
    return null;
  return { matters: labels.map((slug): Matter => `sheet/${slug}`) };
}

function readAsked(
  labels: readonly string[],
  matter: Matter,
): Pick<RequestExample, 'matters' | 'asked'> | null {
  const [label, ...others] = labels;
  if (label === undefined) return { matters: [matter] };
  const asked = [...ASPECTS, NOTHING_ASKED].find((one) => one === label);
  return asked === undefined || others.length > 0 ? null : { matters: [matter], asked };
}

async function textsIn(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : [])).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
