/** Reads one sheet from its text: front matter, sections, lines. Pure; every fault carries its line and its mend. */
import type { Fault } from './fault.ts';
import {
  neededLine,
  SECTION_KEYS,
  SECTIONS,
  type SectionKey,
  type Sheet,
  SheetFrontMatter,
  type SheetLine,
} from './sheet.ts';
import { type ParsedYaml, type Path, parseYaml } from './yaml.ts';

export interface ParsedSheet {
  /** Null when the front matter cannot be trusted. A sheet may be given although there are faults. */
  readonly sheet: Sheet | null;
  readonly faults: readonly Fault[];
  /** The line of a front matter key. */
  lineOf(path: Path): number;
}

const OPTIONAL_SECTIONS: ReadonlySet<SectionKey> = new Set(['special', 'documents']);

/** @param file the path to name in faults, for instance `knowledge/sheets/isee.md` */
export function parseSheet(file: string, text: string): ParsedSheet {
  const rows = text.split(/\r?\n/);
  const end = rows.indexOf('---', 1);
  if (rows[0] !== '---' || end < 0) {
    const fault = {
      file,
      line: 1,
      what: 'there is no front matter',
      mend: 'Begin the file with a line "---", then the keys, then a line "---".',
    };
    return { sheet: null, faults: [fault], lineOf: () => 1 };
  }
  const yaml = { file, text: rows.slice(1, end).join('\n'), linesBefore: 1 };
  const front = parseYaml(yaml, SheetFrontMatter);
  const body = parseBody(file, rows, end + 1);
  const faults = [...front.faults, ...body.faults];
  if (front.value === null) return { sheet: null, faults, lineOf: front.lineOf };
  const sections = { ...body.sections, documents: documentLines(front) };
  const expected = slugOfFile(file);
  if (front.value.slug !== expected) {
    faults.push({
      file,
      line: front.lineOf(['slug']),
      what: `the slug "${front.value.slug}" is not the name of the file`,
      mend: `Write "slug: ${expected}", or rename the file.`,
    });
  }
  return { sheet: { ...front.value, sections, file }, faults, lineOf: front.lineOf };
}

function slugOfFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

function documentLines(front: ParsedYaml<SheetFrontMatter>): SheetLine[] {
  if (front.value === null) return [];
  const { intro, items } = front.value.needed;
  return [
    { text: intro, line: front.lineOf(['needed', 'intro']) },
    ...items.map((item, index) => ({
      text: neededLine(item),
      line: front.lineOf(['needed', 'items', index, 'name']),
    })),
  ];
}

type Sections = Record<SectionKey, SheetLine[]>;

function parseBody(
  file: string,
  rows: readonly string[],
  start: number,
): { sections: Sections; faults: Fault[] } {
  const sections = Object.fromEntries(SECTION_KEYS.map((key) => [key, []])) as unknown as Sections;
  const faults: Fault[] = [];
  const seen: SectionKey[] = [];
  let current: SectionKey | null = null;
  for (const [index, row] of rows.entries()) {
    if (index < start || row.trim() === '') continue;
    const line = index + 1;
    const heading = /^(#+)\s+(.*?)\s*$/.exec(row);
    if (heading !== null) {
      current = openSection(heading[1] ?? '', heading[2] ?? '', { file, line }, seen, faults);
      continue;
    }
    const item = /^- (.+)$/.exec(row);
    const lines: SheetLine[] | null = current === null ? null : sections[current];
    const last = lines?.at(-1);
    if (item !== null && lines !== null) {
      lines.push({ text: (item[1] ?? '').trim(), line });
    } else if (/^ {2,}\S/.test(row) && !/^\s+[-*]/.test(row) && lines !== null && last !== undefined) {
      lines[lines.length - 1] = { text: `${last.text} ${row.trim()}`, line: last.line };
    } else if (current !== null || seen.length === 0) {
      faults.push({
        file,
        line,
        what: current === null ? 'text before the first section' : 'this line is not a list line',
        mend: 'Write it as "- text" under a section.',
      });
    }
  }
  const endLine = rows.length;
  for (const key of SECTION_KEYS) {
    if (!OPTIONAL_SECTIONS.has(key) && !seen.includes(key)) {
      faults.push({
        file,
        line: endLine,
        what: `the section "${SECTIONS[key]}" is missing`,
        mend: `Add "## ${SECTIONS[key]}" in its place, with at least one line.`,
      });
    } else if (seen.includes(key) && sections[key].length === 0) {
      faults.push({
        file,
        line: rows.findIndex((row) => row.trim() === `## ${SECTIONS[key]}`) + 1,
        what: `the section "${SECTIONS[key]}" is empty`,
        mend: 'Write at least one line, also only to say whom to ask.',
      });
    }
  }
  return { sections, faults };
}

function openSection(
  marks: string,
  title: string,
  at: { file: string; line: number },
  seen: SectionKey[],
  faults: Fault[],
): SectionKey | null {
  const key = SECTION_KEYS.find((candidate) => SECTIONS[candidate] === title.replaceAll('’', "'"));
  if (key === 'documents') {
    faults.push({
      ...at,
      what: '"Cosa serve" does not belong to the body',
      mend: 'Put the papers in "needed", in the front matter, and take the section away.',
    });
    return null;
  }
  if (key === undefined || marks !== '##') {
    const names = SECTION_KEYS.filter((candidate) => candidate !== 'documents').map((one) => SECTIONS[one]);
    faults.push({
      ...at,
      what: `unknown section "${title}"`,
      mend: `Use "## " and one of: ${names.join(' · ')}.`,
    });
    return null;
  }
  const previous = seen.at(-1);
  if (seen.includes(key)) {
    faults.push({ ...at, what: `the section "${title}" is there twice`, mend: 'Make one of the two.' });
  } else if (previous !== undefined && SECTION_KEYS.indexOf(key) < SECTION_KEYS.indexOf(previous)) {
    faults.push({
      ...at,
      what: `the section "${title}" is out of order: it comes before "${SECTIONS[previous]}"`,
      mend: 'Move it: the order is in knowledge/sheets/README.md.',
    });
  }
  seen.push(key);
  return key;
}
