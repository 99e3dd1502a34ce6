/**
 * Reads `knowledge/requests/`: `sheets/SLUG.txt`, `offices/ID.txt`, `none.txt` (matters of nobody's), and
 * `unclear.txt`, whose headings name the sheets among which the words do not choose. Those of the others may say which
 * aspect is asked: `# it a · how`. The headings of `follow-ups.txt` say whether the messages lean on what was said
 * before: `# it a · same` or `# it a · new`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExampleLine, parseExamples } from '../classifier/examples.ts';
import { ASPECTS } from '../conversation/ports.ts';
import { isCode } from '../lib/error-code.ts';
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

/** What requests may be about. */
export function knownMatters(
  sheets: readonly { readonly slug: string }[],
  otherOffices: readonly { readonly id: string }[],
): KnownMatters {
  return {
    slugs: new Set(sheets.map(({ slug }) => slug)),
    offices: new Set(otherOffices.map(({ id }) => id)),
  };
}

/** A folder that is not there is empty: the understanding then rests on the sheets' words alone. */
export async function loadRequests(directory: string, known: KnownMatters): Promise<LoadedRequests> {
  const faults: Fault[] = [];
  const examples: RequestExample[] = [];
  const followUps: FollowUpExample[] = [];
  /** @param read what the heading's labels say of the lines under it; null when they say nothing that is known */
  const readLines = async <Read extends object>(
    file: string,
    read: (labels: readonly string[]) => Read | null,
    mend: string,
  ): Promise<(ExampleLine & { readonly file: string } & Read)[]> => {
    const parsed = parseExamples(await readFile(file, 'utf8'));
    faults.push(...parsed.faults.map((fault) => ({ file, ...fault })));
    return parsed.lines.flatMap((line) => {
      const said = read(line.labels);
      if (said !== null) return { ...line, file, ...said };
      const what = `the heading above says "${line.labels.join(', ')}"`;
      faults.push({ file, line: line.line, what, mend });
      return [];
    });
  };
  const addOf = async (file: string, matter: Matter): Promise<void> => {
    const mend = `Say nothing, or one of: ${ASPECTS.join(', ')}, ${NOTHING_ASKED}.`;
    examples.push(...(await readLines(file, (labels) => readAsked(labels, matter), mend)));
  };
  const addUnclear = async (file: string): Promise<void> => {
    const read = (labels: readonly string[]) => readUnclear(labels, known);
    examples.push(...(await readLines(file, read, 'Name two or more slugs of sheets.')));
  };
  const addFollowUps = async (file: string): Promise<void> => {
    followUps.push(...(await readLines(file, readLeaning, `Say one of: ${LEANINGS.join(', ')}.`)));
  };
  for (const [folder, names] of [
    ['sheets', known.slugs],
    ['offices', known.offices],
  ] as const) {
    for (const name of await textsIn(join(directory, folder))) {
      const file = join(directory, folder, `${name}.txt`);
      if (names.has(name)) await addOf(file, folder === 'sheets' ? `sheet/${name}` : `office/${name}`);
      else {
        const what = `there is no ${folder === 'sheets' ? 'sheet' : 'office'} "${name}"`;
        faults.push({ file, line: 1, what, mend: 'Rename the file, or take it away.' });
      }
    }
  }
  for (const name of await textsIn(directory)) {
    const file = join(directory, `${name}.txt`);
    if (name === 'none') await addOf(file, 'none');
    else if (name === 'unclear') await addUnclear(file);
    else if (name === 'follow-ups') await addFollowUps(file);
    else {
      const mend = 'Use none.txt, unclear.txt, follow-ups.txt, sheets/SLUG.txt or offices/ID.txt.';
      faults.push({ file, line: 1, what: 'no requests belong in a file of this name', mend });
    }
  }
  return { examples, followUps, faults };
}

function readUnclear(labels: readonly string[], known: KnownMatters): Pick<RequestExample, 'matters'> | null {
  const slugs = new Set(labels);
  if (slugs.size < 2 || slugs.size < labels.length || labels.some((slug) => !known.slugs.has(slug)))
    return null;
  return { matters: labels.map((slug): Matter => `sheet/${slug}`) };
}

function readLeaning([label, ...others]: readonly string[]): Pick<FollowUpExample, 'leaning'> | null {
  const leaning = LEANINGS.find((one) => one === label);
  return leaning === undefined || others.length > 0 ? null : { leaning };
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
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
}
