/** The compiled form of the lexicons: see `lexicon/lexicon.ts` for the notation. */
import { rememberRecent } from '../lib/recent.ts';
import type { LanguageLexicon } from './lexicon/lexicon.ts';
import { CYRILLIC_APOSTROPHE, fold } from './normalise.ts';
import { spellings } from './spelling.ts';

export type Element =
  | { readonly type: 'word'; readonly atom: number }
  | { readonly type: 'cue'; readonly name: string }
  | { readonly type: 'gap'; readonly words: number };
export type Sequence = readonly Element[];

export interface CompiledLanguage {
  readonly language: string;
  readonly cues: ReadonlyMap<string, readonly Sequence[]>;
  /** The sequences that need a word, by one of their words: only those of a message's own words are tried on it. */
  readonly anchored: ReadonlyMap<number, readonly CueSequence[]>;
  /** The sequences made of other cues only, by their cue: always tried. */
  readonly bare: ReadonlyMap<string, readonly Sequence[]>;
}

export interface CueSequence {
  readonly cue: string;
  readonly sequence: Sequence;
}

/** How long an ending (`*are`) may be. */
const ENDING_LENGTHS = [3, 4, 5];
const NONE: ReadonlySet<string> = new Set();
/** The same few thousand words make most messages. */
const WORDS_KEPT = 10_000;

/** All words of all languages in one index: a word is looked up once, whatever its language. */
export class WordIndex {
  private readonly exact = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly endings = new Map<string, number[]>();
  private readonly atoms = new Map<string, number>();
  /** Words by the hash of each of their spellings. Small numbers, since there are a hundred thousand spellings. */
  private readonly corrections = new Map<number, number | number[]>();
  private readonly corrected: string[] = [];
  private readonly ordinary = new Set<string>();
  private readonly fillers = new Set<string>();
  private readonly attached = new Set<string>();
  private readonly common = new Map<string, Set<string>>();
  private readonly wordsOf = new Map<string, Set<string>>();
  private readonly languages: string[] = [];
  private longestStem = 0;

  /** The number of a group of alternatives (`a|b|c*`) in a language. */
  atom(language: string, alternatives: string): number {
    const key = `${language} ${alternatives}`;
    const found = this.atoms.get(key);
    if (found !== undefined) return found;
    const atom = this.atoms.size;
    this.atoms.set(key, atom);
    this.languages.push(language);
    for (const alternative of alternatives.split('|')) {
      if (alternative.startsWith('*')) {
        append(this.endings, fold(alternative.slice(1)), atom);
        continue;
      }
      const stem = alternative.endsWith('*');
      const word = fold(stem ? alternative.slice(0, -1) : alternative);
      if (word === '') throw new Error(`Empty word in "${alternatives}" (${language})`);
      append(stem ? this.stems : this.exact, word, atom);
      if (stem) this.longestStem = Math.max(this.longestStem, word.length);
      this.wordsFor(language).add(word);
      this.correct(word, stem ? `${word}*` : word);
    }
    return atom;
  }

  private correct(word: string, entry: string): void {
    const forms = spellings(word);
    if (forms.length === 0) return;
    const place = this.corrected.push(entry) - 1;
    for (const form of forms) {
      const key = hash(form);
      const known = this.corrections.get(key);
      if (known === undefined) this.corrections.set(key, place);
      else if (typeof known === 'number') this.corrections.set(key, [known, place]);
      else known.push(place);
    }
  }

  addLanguage(lexicon: LanguageLexicon): void {
    for (const word of lexicon.ordinary.split(/\s+/).filter(Boolean)) this.ordinary.add(fold(word));
    for (const word of lexicon.fillers.split(/\s+/).filter(Boolean)) this.fillers.add(fold(word));
    for (const word of lexicon.common.replaceAll("'", ' ').split(/\s+/).filter(Boolean)) {
      const languages = this.common.get(fold(word)) ?? new Set();
      this.common.set(fold(word), languages.add(lexicon.language));
    }
    for (const particle of lexicon.attached ?? []) this.attached.add(fold(particle));
  }

  /** The languages a small word belongs to. */
  languagesOf(word: string): ReadonlySet<string> {
    return this.common.get(word) ?? NONE;
  }

  isFiller(word: string): boolean {
    return this.fillers.has(word);
  }

  /** The language an atom belongs to. */
  languageOfAtom(atom: number): string {
    return this.languages[atom] ?? '';
  }

  isKnown(word: string): boolean {
    return this.exact.has(word) || this.ordinary.has(word) || this.stemsOf(word).length > 0;
  }

  /** The atoms a word belongs to: as written, else without an attached particle, else one slip of the pen away. */
  atomsOf(word: string): readonly number[] {
    return this.remembered(word);
  }

  private readonly remembered = rememberRecent((word: string) => this.lookUp(word), WORDS_KEPT);

  private lookUp(word: string): readonly number[] {
    const direct = this.written(word);
    const isCue = this.exact.has(word) || this.stemsOf(word).length > 0;
    const bare = [...this.attached]
      .filter((particle) => word.length >= particle.length + 2 && word.startsWith(particle))
      .flatMap((particle) => this.written(word.slice(particle.length)));
    if (isCue || bare.length > 0) return [...direct, ...bare];
    return this.ordinary.has(word) ? direct : [...direct, ...this.misspelled(word)];
  }

  /** Splits letters into words of one language: at least one of five letters, none unknown. */
  segment(letters: string): readonly string[] | null {
    for (const words of this.wordsOf.values()) {
      const parts = split(letters, words);
      if (parts !== null) return parts;
    }
    return null;
  }

  private written(word: string): number[] {
    return [...(this.exact.get(word) ?? []), ...this.stemsOf(word), ...this.endingsOf(word)];
  }

  private stemsOf(word: string): number[] {
    const found: number[] = [];
    for (let length = 2; length <= Math.min(word.length, this.longestStem); length += 1) {
      const atoms = this.stems.get(word.slice(0, length));
      if (atoms !== undefined) found.push(...atoms);
    }
    return found;
  }

  private endingsOf(word: string): number[] {
    return ENDING_LENGTHS.flatMap((length) => this.endings.get(word.slice(-length)) ?? []);
  }

  private misspelled(word: string): number[] {
    const found = new Set<number>();
    const plain = withoutDigits(word);
    if (plain !== word) for (const atom of this.written(plain)) found.add(atom);
    for (const candidate of this.candidates(plain)) {
      const stem = candidate.endsWith('*');
      const atoms = stem ? this.stems.get(candidate.slice(0, -1)) : this.exact.get(candidate);
      for (const atom of atoms ?? []) found.add(atom);
    }
    return [...found];
  }

  private candidates(word: string): Set<string> {
    const found = new Set<string>();
    if (word.length < 5 || word.length > 24) return found;
    for (let length = Math.min(5, word.length); length <= word.length; length += 1) {
      const whole = length === word.length;
      for (const spelling of spellings(word.slice(0, length), 5)) {
        for (const place of [this.corrections.get(hash(spelling)) ?? []].flat()) {
          const candidate = this.corrected[place] ?? '';
          if (!whole && !candidate.endsWith('*')) continue;
          if (oneSlip(word.slice(0, length), candidate.replace('*', ''))) found.add(candidate);
        }
      }
    }
    return found;
  }

  private wordsFor(language: string): Set<string> {
    const words = this.wordsOf.get(language) ?? new Set();
    this.wordsOf.set(language, words);
    return words;
  }
}

export function compileLanguage(lexicon: LanguageLexicon, index: WordIndex): CompiledLanguage {
  index.addLanguage(lexicon);
  const cues = new Map<string, readonly Sequence[]>();
  for (const [name, text] of Object.entries(lexicon.cues)) {
    cues.set(name, compileEntries(text, lexicon.language, index));
  }
  return { language: lexicon.language, cues, ...byWord(cues) };
}

function byWord(cues: ReadonlyMap<string, readonly Sequence[]>): Pick<CompiledLanguage, 'anchored' | 'bare'> {
  const anchored = new Map<number, CueSequence[]>();
  const bare = new Map<string, Sequence[]>();
  for (const [cue, sequences] of cues) {
    for (const sequence of sequences) {
      const word = sequence.find((element) => element.type === 'word');
      if (word === undefined) bare.set(cue, [...(bare.get(cue) ?? []), sequence]);
      else anchored.set(word.atom, [...(anchored.get(word.atom) ?? []), { cue, sequence }]);
    }
  }
  return { anchored, bare };
}

/** Entries of a cue, one a line or separated by `;`. */
export function compileEntries(text: string, language: string, index: WordIndex): Sequence[] {
  return text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => expand(notation(line).split(/\s+/), language, index));
}

function expand(parts: readonly string[], language: string, index: WordIndex): Sequence[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [[]];
  const tails = expand(rest, language, index);
  const optional = first.endsWith('?');
  const taken = branches(optional ? first.slice(0, -1) : first).flatMap((branch) => {
    const elements = branch.map((part) => parseElement(part, language, index));
    return tails.map((tail) => [...elements, ...tail]);
  });
  return optional ? [...taken, ...tails.filter((tail) => tail.length > 0)] : taken;
}

/** An apostrophe parts two words, as in a message; inside a Cyrillic word it is nothing. */
function notation(line: string): string {
  return line.replace(CYRILLIC_APOSTROPHE, '').replaceAll("'", ' ');
}

/** Alternatives of one word each stay one element; one of several words ("pronto_soccorso") is a way of its own. */
function branches(part: string): string[][] {
  if (part.startsWith('$') || part.startsWith('~')) return [[part]];
  const alternatives = part.split('|');
  const words = alternatives.filter((alternative) => !alternative.includes('_'));
  const phrases = alternatives
    .filter((alternative) => alternative.includes('_'))
    .map((phrase) => phrase.split('_'));
  return words.length === 0 ? phrases : [[words.join('|')], ...phrases];
}

function parseElement(part: string, language: string, index: WordIndex): Element {
  if (part.startsWith('$')) return { type: 'cue', name: part.slice(1) };
  const gap = /^~(\d+)$/.exec(part);
  if (gap !== null) return { type: 'gap', words: Number(gap[1]) };
  return { type: 'word', atom: index.atom(language, part) };
}

/** FNV-1a, 30 bits: two spellings may meet in one number, since what is found is compared letter by letter after. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0) & 0x3fffffff;
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Digits written for letters: "m0rire". */
function withoutDigits(word: string): string {
  if (!/\p{L}/u.test(word) || !/[0134]/.test(word)) return word;
  return fold(word.replace(/0/g, 'o').replace(/1/g, 'i').replace(/3/g, 'e').replace(/4/g, 'a'));
}

/** One letter missing, added, changed, or two neighbours exchanged; the first letter is right. */
function oneSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start += 1;
  const restWritten = written.slice(start);
  const restMeant = meant.slice(start);
  return (
    restWritten.slice(1) === restMeant ||
    restWritten === restMeant.slice(1) ||
    restWritten.slice(1) === restMeant.slice(1) ||
    (restWritten[0] === restMeant[1] &&
      restWritten[1] === restMeant[0] &&
      restWritten.slice(2) === restMeant.slice(2))
  );
}

function split(letters: string, words: ReadonlySet<string>): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= letters.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 18); start < end; start += 1) {
      const before = best[start];
      const word = letters.slice(start, end);
      if (!before || !words.has(word)) continue;
      const current = best[end];
      if (!current || before.length + 1 < current.length) best[end] = [...before, word];
    }
  }
  const parts = best[letters.length] ?? null;
  const convincing = parts?.some((part) => part.length >= 5) && parts.length * 2.5 <= letters.length;
  return parts !== null && parts.length > 1 && convincing ? parts : null;
}
