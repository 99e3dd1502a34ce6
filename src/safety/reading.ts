/** One message being read: where each cue of a language occurs in it. */
import type { CompiledLanguage, Element, Sequence, WordIndex } from './cues.ts';
import { type Token, tokenise } from './normalise.ts';

/** A stretch of a message, in token indices, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const NOWHERE: readonly Span[] = [];

/** Both lists as one; nothing is copied when one of them is empty. */
export function joined(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

/** A cue that begins at one word can end at several; more than these are never useful. */
const ENDS_KEPT = 12;
/** Room for filler words, which take no place, so that a look round a word stays within a bound. */
const SLACK = 12;
/** How many words round a match are asked for their language, and how many small words are a clear answer. */
const AROUND = 5;
const TELLING = 3;

export class Message {
  readonly tokens: readonly Token[];
  readonly words: number;
  /** For each atom, the places where it is written. */
  readonly occurrences = new Map<number, Span[]>();
  /** The atoms that occur, by language: a language without any has nothing to say of the message. */
  readonly atoms: ReadonlyMap<string, readonly number[]>;
  private readonly masked: Uint8Array;
  private readonly languages: readonly ReadonlySet<string>[];

  constructor(text: string, index: WordIndex) {
    this.tokens = tokenise(text, index);
    this.words = this.tokens.length;
    this.masked = new Uint8Array(this.tokens.length);
    this.languages = this.tokens.map((token) => index.languagesOf(token.word));
    const atomsOf = new Map<string, readonly number[]>();
    const look = (word: string): readonly number[] => {
      const atoms = atomsOf.get(word) ?? index.atomsOf(word);
      atomsOf.set(word, atoms);
      return atoms;
    };
    this.tokens.forEach((token, start) => {
      const atoms = look(token.word);
      for (const atom of atoms) this.add(atom, { start, end: start + 1 });
      const next = this.tokens[start + 1];
      if (atoms.length > 0 || next === undefined || token.word.length + next.word.length > 24) return;
      const joined = token.word + next.word;
      if (joined.length < 6 || !index.isKnown(joined)) return;
      for (const atom of look(joined)) this.add(atom, { start, end: start + 2 });
    });
    this.atoms = Map.groupBy(this.occurrences.keys(), (atom) => index.languageOfAtom(atom));
  }

  position(index: number): number {
    return this.tokens[index]?.position ?? Number.POSITIVE_INFINITY;
  }

  /** Whether the small words in and around a span, in its sentence, allow that it is written in a language. */
  allows(language: string, span: Span): boolean {
    const counts = new Map<string, number>();
    const from = Math.max(0, span.start - AROUND);
    for (let index = from; index < Math.min(this.words, span.end + AROUND); index += 1) {
      if (!this.sameSentence(span, { start: index, end: index + 1 })) continue;
      for (const spoken of this.languages[index] ?? []) counts.set(spoken, (counts.get(spoken) ?? 0) + 1);
    }
    const most = Math.max(0, ...counts.values());
    return most < TELLING || (counts.get(language) ?? 0) * 2 > most;
  }

  /** Whether two spans share a sentence. */
  sameSentence(one: Span, other: Span): boolean {
    const [first, second] = one.start <= other.start ? [one, other] : [other, one];
    return (this.tokens[first.end - 1]?.sentence ?? 0) >= (this.tokens[second.start]?.sentence ?? 0);
  }

  /** The words of a span, folded. */
  wordsOf(span: Span): string[] {
    return this.tokens.slice(span.start, span.end).map((token) => token.word);
  }

  /** From here on nothing inside these spans is read. */
  mask(spans: readonly Span[]): void {
    for (const span of spans) this.masked.fill(1, span.start, span.end);
    if (spans.length === 0) return;
    for (const [atom, found] of this.occurrences) {
      this.occurrences.set(
        atom,
        found.filter((span) => this.masked[span.start] === 0 && this.masked[span.end - 1] === 0),
      );
    }
  }

  private add(atom: number, span: Span): void {
    const list = this.occurrences.get(atom);
    if (list === undefined) this.occurrences.set(atom, [span]);
    else list.push(span);
  }
}

/** The cues of one language in one message, each looked for once. */
export class Reading {
  private readonly message: Message;
  private readonly language: CompiledLanguage;
  /** By cue, the sequences that share a word with the message. */
  private readonly candidates = new Map<string, Sequence[]>();
  private readonly found = new Map<string, readonly Span[]>();
  private readonly byStart = new Map<string, ReadonlyMap<number, readonly Span[]>>();

  constructor(message: Message, language: CompiledLanguage) {
    this.message = message;
    this.language = language;
    for (const atom of message.atoms.get(language.language) ?? []) {
      for (const { cue, sequence } of language.anchored.get(atom) ?? []) {
        const list = this.candidates.get(cue);
        if (list === undefined) this.candidates.set(cue, [sequence]);
        else list.push(sequence);
      }
    }
  }

  /** The cues that may occur: those that share a word with the message, and those made of other cues. */
  possibleCues(): string[] {
    return [...new Set([...this.candidates.keys(), ...this.language.bare.keys()])];
  }

  /** Where a cue occurs, in order; a cue the language does not have occurs nowhere. */
  spans(cue: string): readonly Span[] {
    const known = this.found.get(cue);
    if (known !== undefined) return known;
    // A cue that is made of itself occurs nowhere while it is being looked for.
    this.found.set(cue, NOWHERE);
    let spans: readonly Span[] = NOWHERE;
    for (const sequence of this.candidates.get(cue) ?? []) spans = joined(spans, this.match(sequence));
    for (const sequence of this.language.bare.get(cue) ?? []) spans = joined(spans, this.match(sequence));
    if (spans.length === 0) return spans;
    const ordered = unique(spans);
    this.found.set(cue, ordered);
    return ordered;
  }

  /** Whether a word of the span, or its auxiliary just before, has a form. */
  hasForm(span: Span, form: RegExp): boolean {
    return this.message
      .wordsOf({ start: Math.max(0, span.start - 2), end: span.end })
      .some((word) => form.test(word));
  }

  has(cue: string): boolean {
    return this.spans(cue).length > 0;
  }

  /** A cue within so many words of a span, in its sentence. */
  near(cue: string, span: Span, words: number): boolean {
    return this.beside(cue, span, words, true);
  }

  /** A cue within so many words of a span, also across the end of a sentence. */
  around(cue: string, span: Span, words: number): boolean {
    return this.beside(cue, span, words, false);
  }

  private beside(cue: string, span: Span, words: number, within: boolean): boolean {
    const starts = this.startsOf(cue);
    const from = Math.max(0, span.start - words - SLACK);
    const to = Math.min(this.message.words, span.end + words + SLACK);
    for (let index = from; index < to; index += 1) {
      for (const other of starts.get(index) ?? []) {
        if (within && !this.message.sameSentence(span, other)) continue;
        if (this.distance(span, other) <= words) return true;
      }
    }
    return false;
  }

  /** Words between two spans; 0 when they touch or overlap. */
  distance(one: Span, other: Span): number {
    const [first, second] = one.start <= other.start ? [one, other] : [other, one];
    return Math.max(0, this.message.position(second.start) - this.message.position(first.end - 1) - 1);
  }

  /** Where the elements follow each other with no more words between than their gaps allow. */
  match(sequence: Sequence): readonly Span[] {
    if (!this.possible(sequence)) return NOWHERE;
    const [first, ...rest] = sequence;
    if (first === undefined) return NOWHERE;
    const spans: Span[] = [];
    for (const start of this.elementSpans(first)) {
      for (const end of this.ends(start.end, rest)) spans.push({ start: start.start, end });
    }
    return spans;
  }

  /** Spans that hold one occurrence of each cue within a number of words, in any order. */
  together(cues: readonly string[], words: number): readonly Span[] {
    for (const cue of cues) if (!this.has(cue)) return NOWHERE;
    const [first, ...others] = cues;
    if (first === undefined) return NOWHERE;
    const spans: Span[] = [];
    for (const anchor of this.spans(first)) {
      let start = anchor.start;
      let end = anchor.end;
      let complete = true;
      for (const cue of others) {
        const nearest = this.nearest(cue, anchor, words);
        if (nearest === null) {
          complete = false;
          break;
        }
        start = Math.min(start, nearest.start);
        end = Math.max(end, nearest.end);
      }
      if (complete) spans.push({ start, end });
    }
    return spans;
  }

  /** The closest occurrence of a cue that does not overlap the anchor. */
  private nearest(cue: string, anchor: Span, words: number): Span | null {
    const starts = this.startsOf(cue);
    let best: Span | null = null;
    let bestDistance = words + 1;
    const consider = (index: number): void => {
      for (const span of starts.get(index) ?? []) {
        if (span.start < anchor.end && anchor.start < span.end) continue;
        const distance = this.distance(anchor, span);
        if (distance < bestDistance) {
          best = span;
          bestDistance = distance;
        }
      }
    };
    const from = this.message.position(anchor.end - 1);
    const last = Math.min(this.message.words, anchor.end + words + SLACK);
    for (let index = anchor.end; index < last; index += 1) {
      if (this.message.position(index) - from - 1 > words) break;
      consider(index);
    }
    const before = this.message.position(anchor.start);
    const first = Math.max(0, anchor.start - words - SLACK);
    for (let index = anchor.start - 1; index >= first; index -= 1) {
      if (before - this.message.position(index) - 1 > words + 6) break;
      consider(index);
    }
    return best;
  }

  private ends(from: number, elements: readonly Element[]): ReadonlySet<number> {
    let ends = new Set([from]);
    let gap = 0;
    for (const element of elements) {
      if (element.type === 'gap') {
        gap += element.words;
        continue;
      }
      const next = new Set<number>();
      for (const end of ends) this.addEnds(next, end, gap, element);
      if (next.size === 0) return next;
      ends = next;
      gap = 0;
    }
    return ends;
  }

  private addEnds(ends: Set<number>, end: number, gap: number, element: Element): void {
    const starts = this.elementStarts(element);
    const from = this.message.position(end - 1);
    const last = Math.min(this.message.words, end + gap + SLACK);
    for (let index = end; index < last; index += 1) {
      if (this.message.position(index) - from - 1 > gap || ends.size >= ENDS_KEPT) return;
      for (const span of starts.get(index) ?? []) ends.add(span.end);
    }
  }

  private possible(sequence: Sequence): boolean {
    for (const element of sequence) {
      if (element.type !== 'gap' && this.elementSpans(element).length === 0) return false;
    }
    return true;
  }

  private elementSpans(element: Element): readonly Span[] {
    if (element.type === 'gap') return NOWHERE;
    if (element.type === 'cue') return this.spans(element.name);
    return this.message.occurrences.get(element.atom) ?? NOWHERE;
  }

  private elementStarts(element: Element): ReadonlyMap<number, readonly Span[]> {
    if (element.type === 'cue') return this.startsOf(element.name);
    const key = element.type === 'word' ? `#${element.atom}` : '';
    return this.indexed(key, this.elementSpans(element));
  }

  private startsOf(cue: string): ReadonlyMap<number, readonly Span[]> {
    return this.indexed(cue, this.spans(cue));
  }

  private indexed(key: string, spans: readonly Span[]): ReadonlyMap<number, readonly Span[]> {
    const known = this.byStart.get(key);
    if (known !== undefined) return known;
    const starts = Map.groupBy(spans, (span) => span.start);
    this.byStart.set(key, starts);
    return starts;
  }
}

function unique(spans: readonly Span[]): Span[] {
  const ends = new Map<number, Set<number>>();
  for (const span of spans) {
    const known = ends.get(span.start) ?? new Set();
    if (known.size < ENDS_KEPT) ends.set(span.start, known.add(span.end));
  }
  return [...ends]
    .sort(([one], [other]) => one - other)
    .flatMap(([start, found]) => [...found].sort((one, other) => one - other).map((end) => ({ start, end })));
}
