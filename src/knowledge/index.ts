/**
 * The index of the sheets: weighted term frequencies by field (BM25F), the names of each sheet, and the passages.
 * Built once for a set of sheets, then only read. Pure. Design and non-goals: the README of this folder.
 */
import { stem, wordsOf } from '../lib/words.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { SECTION_KEYS, type SectionKey, type Sheet } from './sheet.ts';
import { createSpeller, type Speller } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Names (what it is called) and text (what it says) are weighed apart: "ISEE" is in the text of half the sheets, and
 * still the name of one.
 */
const NAME_WEIGHTS = { words: 3, title: 3 } as const;
const TEXT_WEIGHTS = { subtitle: 1.6, summary: 1.6, short: 1.2, sections: 0.45 } as const;
type NameField = keyof typeof NAME_WEIGHTS;
type TextField = keyof typeof TEXT_WEIGHTS;
type Fields<Field extends string> = Readonly<Record<Field, readonly string[]>>;
/** How much the text counts beside the names. */
const TEXT_SHARE = 0.55;
const LENGTH_SHARE = 0.6;
const SATURATION = 1.4;

/** A document of the index: a sheet, or a matter of another office. */
export interface Entry {
  readonly id: string;
  /** BM25 by stem: rarity times saturated, weighted term frequency, names and text together. */
  readonly strength: ReadonlyMap<string, number>;
  /** Names by which it is called, by each of their stems: those of each of `words` and of the title. */
  readonly namesWith: ReadonlyMap<string, readonly (readonly string[])[]>;
}

export interface Passage {
  readonly slug: string;
  readonly section: SectionKey;
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

export interface Index {
  readonly sheets: readonly Entry[];
  readonly others: readonly Entry[];
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** How much a stem tells the sheets' names apart: inverse document frequency. */
  rarity(stem: string): number;
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  isIndexed(stem: string): boolean;
  isInName(stem: string): boolean;
}

/** @param describe what the sheet's section says, for its passage */
export function buildIndex(sheets: readonly Sheet[], vocabulary: Vocabulary): Index {
  const lexicon = createLexicon(vocabulary);
  const stems = (text: string): string[] => {
    const words = lexicon.read(text).filter((word) => word.length > 1 && !lexicon.isStop(word, 'it'));
    return words.map(stem);
  };
  const raws = sheets.map((sheet) => rawOf(sheet, stems));
  const otherRaws = vocabulary.otherOffices.map((office) => ({
    id: office.id,
    names: { words: office.words.flatMap(stems), title: [] },
    text: { subtitle: [], summary: [], short: [], sections: [] },
    calls: office.words.map(stems),
  }));
  const names = frequenciesOf(raws.map((raw) => Object.values(raw.names).flat()));
  const text = frequenciesOf(raws.map((raw) => Object.values(raw.text).flat()));
  const otherStems = new Set(otherRaws.flatMap((raw) => raw.names.words));
  return {
    sheets: toEntries(raws, names, text),
    others: toEntries(otherRaws, names, text),
    passages: new Map(sheets.map((sheet) => [sheet.slug, passagesOf(sheet, stems)])),
    rarity: names.rarity,
    lexicon,
    speller: createSpeller([
      ...sheets.flatMap((sheet) => [sheet.title, ...sheet.words].flatMap(wordsOf)),
      ...lexicon.known,
      ...vocabulary.otherOffices.flatMap((office) => office.words.flatMap(wordsOf)),
    ]),
    isIndexed: (one) => names.has(one) || text.has(one) || otherStems.has(one),
    isInName: (one) => names.has(one) || otherStems.has(one),
  };
}

interface Raw {
  readonly id: string;
  readonly names: Fields<NameField>;
  readonly text: Fields<TextField>;
  readonly calls: readonly (readonly string[])[];
}

function rawOf(sheet: Sheet, stems: (text: string) => string[]): Raw {
  const sections = SECTION_KEYS.flatMap((key) =>
    sheet.sections[key].flatMap(({ text }) => stems(bare(text))),
  );
  return {
    id: sheet.slug,
    names: { words: sheet.words.flatMap(stems), title: stems(sheet.title) },
    text: {
      subtitle: stems(sheet.subtitle ?? ''),
      summary: stems(sheet.summary),
      short: stems(bare(`${sheet.short} ${sheet.simple}`)),
      sections,
    },
    calls: [sheet.title, ...sheet.title.split(/[,:()]/), ...sheet.words].map(stems),
  };
}

function bare(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, ' ');
}

interface Frequencies {
  has(stem: string): boolean;
  rarity(stem: string): number;
}

function frequenciesOf(documents: readonly (readonly string[])[]): Frequencies {
  const counts = new Map<string, number>();
  for (const stems of documents) {
    for (const one of new Set(stems)) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const total = Math.max(documents.length, 1);
  return {
    has: (one) => counts.has(one),
    rarity: (one) => {
      const count = counts.get(one) ?? 0;
      return Math.log(1 + (total - count + 0.5) / (count + 0.5));
    },
  };
}

function toEntries(raws: readonly Raw[], names: Frequencies, text: Frequencies): Entry[] {
  const averages = {
    subtitle: averageOf(raws, 'subtitle'),
    summary: averageOf(raws, 'summary'),
    short: averageOf(raws, 'short'),
    sections: averageOf(raws, 'sections'),
  };
  return raws.map((raw) => {
    const strength = new Map<string, number>();
    const add = (one: string, value: number) => strength.set(one, (strength.get(one) ?? 0) + value);
    for (const [one, frequency] of nameFrequencies(raw)) add(one, names.rarity(one) * saturate(frequency));
    for (const [one, frequency] of textFrequencies(raw, averages)) {
      add(one, TEXT_SHARE * text.rarity(one) * saturate(frequency));
    }
    const calls = new Map(raw.calls.filter((call) => call.length > 0).map((call) => [call.join(' '), call]));
    return { id: raw.id, strength, namesWith: byStem([...calls.values()]) };
  });
}

function byStem(names: readonly (readonly string[])[]): Map<string, (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    for (const one of new Set(name)) {
      const list = found.get(one);
      if (list === undefined) found.set(one, [name]);
      else list.push(name);
    }
  }
  return found;
}

function averageOf(raws: readonly Raw[], field: TextField): number {
  const sum = raws.reduce((length, raw) => length + raw.text[field].length, 0);
  return Math.max(sum / Math.max(raws.length, 1), 1);
}

/** A list of names is a set: how often a word comes back in it says nothing. */
function nameFrequencies({ names }: Raw): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const field of ['words', 'title'] as const) {
    for (const one of new Set(names[field])) {
      frequencies.set(one, (frequencies.get(one) ?? 0) + NAME_WEIGHTS[field]);
    }
  }
  return frequencies;
}

function textFrequencies({ text }: Raw, averages: Readonly<Record<TextField, number>>): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const field of ['subtitle', 'summary', 'short', 'sections'] as const) {
    const norm = 1 - LENGTH_SHARE + (LENGTH_SHARE * text[field].length) / averages[field];
    for (const one of text[field]) {
      frequencies.set(one, (frequencies.get(one) ?? 0) + TEXT_WEIGHTS[field] / norm);
    }
  }
  return frequencies;
}

function saturate(frequency: number): number {
  return (frequency * (SATURATION + 1)) / (frequency + SATURATION);
}

function passagesOf(sheet: Sheet, stems: (text: string) => string[]): Passage[] {
  return SECTION_KEYS.flatMap((section) => {
    const text = sheet.sections[section].map((line) => line.text).join('\n');
    return text === '' ? [] : [{ slug: sheet.slug, section, text, stems: new Set(stems(bare(text))) }];
  });
}
