/** The vocabulary made ready: stop words, and the expressions of each language with what they mean. Pure. */
import { romanise, stem, wordsOf } from '../lib/words.ts';
import { RECOGNISED, type Recognised, type Vocabulary, type WordsByLanguage } from './vocabulary.ts';

/** A word of an expression: a stem to equal, or the beginning of a word. */
interface Piece {
  readonly text: string;
  readonly isBeginning: boolean;
}

interface Expression {
  readonly language: Recognised;
  readonly pieces: readonly Piece[];
  readonly means: readonly (readonly string[])[];
}

/** A place in a list of words where an expression stands; `end` is exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** The stems of each phrase that it means. */
  readonly means: readonly (readonly string[])[];
}

export interface Lexicon {
  /** The words of a text as they are compared: chat spellings written out. */
  read(text: string): string[];
  /** Whether a word carries no matter at all in Italian or in the given language. */
  isStop(word: string, language: Recognised): boolean;
  /** Whether a word stands in any request ("domanda", "servizio"): it carries little matter. */
  isRequest(word: string, language: Recognised): boolean;
  /** The longest expressions from each place on, of Italian and of the given language. */
  matches(words: readonly string[], language: Recognised): Match[];
  /** Italian words of the expressions: known, though no sheet says them. */
  readonly known: ReadonlySet<string>;
}

export function createLexicon(vocabulary: Vocabulary): Lexicon {
  const stops = wordSets(vocabulary.stop, (word) => word);
  const requests = wordSets(vocabulary.request, stem);
  const places = new Set(vocabulary.places.flatMap(wordsOf));
  const abbreviations = new Map(Object.entries(vocabulary.abbreviations));
  const isStop = (word: string, language: Recognised) =>
    places.has(word) ||
    stops.it.has(word) ||
    stops[language].has(word) ||
    stops[language].has(romanise(word));
  const isRequest = (word: string, language: Recognised) =>
    requests.it.has(stem(word)) ||
    requests[language].has(stem(word)) ||
    requests[language].has(romanise(word));
  const stems = (text: string) =>
    wordsOf(text)
      .filter((word) => !stops.it.has(word))
      .map(stem);
  const shelves = new Map<string, Expression[]>();
  const known = new Set<string>();
  for (const concept of vocabulary.concepts) {
    const means = concept.means.map(stems);
    for (const language of RECOGNISED) {
      for (const text of concept.says[language] ?? []) {
        const pieces = piecesOf(text, language);
        shelve(shelves, { language, pieces, means });
        if (language === 'it') for (const word of wordsOf(text)) known.add(word);
      }
    }
  }
  return {
    known,
    isStop,
    isRequest,
    read: (text) => wordsOf(text).flatMap((word) => abbreviations.get(word)?.split(' ') ?? word),
    matches: (words, language) => findMatches(words, language, shelves, isStop),
  };
}

function wordSets(
  source: WordsByLanguage,
  form: (word: string) => string,
): Record<Recognised, ReadonlySet<string>> {
  const setOf = (language: Recognised) => {
    const words = (source[language] ?? []).flatMap(wordsOf);
    return new Set(words.flatMap((word) => [form(word), romanise(word)]));
  };
  return {
    it: setOf('it'),
    en: setOf('en'),
    fr: setOf('fr'),
    ro: setOf('ro'),
    sq: setOf('sq'),
    ka: setOf('ka'),
    ar: setOf('ar'),
    es: setOf('es'),
    uk: setOf('uk'),
  };
}

/** Words of an Italian expression that may be left out or changed without changing what it says. */
const WEIGHTLESS = new Set(
  'il lo la i gli le l un uno una di del dello della dei degli delle dell a al allo alla ai agli alle all in nel nella mio mia miei mie suo sua suoi sue nostro nostra'.split(
    ' ',
  ),
);

function piecesOf(text: string, language: Recognised): Piece[] {
  const pieces = text.split(/[\s'’-]+/u).flatMap((word) => {
    const [bare] = wordsOf(word);
    return bare === undefined ? [] : [{ bare, isBeginning: word.endsWith('*') }];
  });
  const full = language === 'it' ? pieces.filter(({ bare }) => !WEIGHTLESS.has(bare)) : pieces;
  return full.map(({ bare, isBeginning }) => ({
    text: comparable(bare, language, isBeginning),
    isBeginning,
  }));
}

function comparable(word: string, language: Recognised, isBeginning: boolean): string {
  if (language === 'ka') return romanise(word);
  return !isBeginning && (language === 'it' || language === 'ar') ? stem(word) : word;
}

/** Expressions are kept by the first two letters of their first word. */
function shelve(shelves: Map<string, Expression[]>, expression: Expression): void {
  const first = expression.pieces[0];
  if (first === undefined) return;
  const key = first.text.slice(0, 2);
  const shelf = shelves.get(key);
  if (shelf === undefined) shelves.set(key, [expression]);
  else shelf.push(expression);
}

function findMatches(
  words: readonly string[],
  language: Recognised,
  shelves: ReadonlyMap<string, readonly Expression[]>,
  isStop: Lexicon['isStop'],
): Match[] {
  const forms = words.map((word) => ({ word: romanise(word), stem: stem(word) }));
  const skippable = words.map((word) => isStop(word, language));
  const found: Match[] = [];
  for (let start = 0; start < words.length; start += 1) {
    const form = forms[start];
    if (form === undefined) continue;
    let end = start;
    let means: (readonly string[])[] = [];
    for (const expression of candidates(form, shelves)) {
      if (expression.language !== 'it' && expression.language !== language) continue;
      const stop = endOf(expression, start, forms, skippable);
      if (stop === null || stop < end) continue;
      means = stop > end ? [...expression.means] : [...means, ...expression.means];
      end = stop;
    }
    if (end > start) {
      found.push({ start, end, means });
      start = end - 1;
    }
  }
  return found;
}

interface Form {
  readonly word: string;
  readonly stem: string;
}

function candidates(form: Form, shelves: ReadonlyMap<string, readonly Expression[]>): Expression[] {
  const keys = new Set([form.word.slice(0, 2), form.stem.slice(0, 2)]);
  return [...keys].flatMap((key) => shelves.get(key) ?? []);
}

/** Where the expression ends when it begins at `start`; stop words may stand between its pieces. */
function endOf(
  { pieces, language }: Expression,
  start: number,
  forms: readonly Form[],
  skippable: readonly boolean[],
): number | null {
  let place = start;
  for (const [index, piece] of pieces.entries()) {
    while (index > 0 && skippable[place] === true && !fits(piece, language, forms[place])) place += 1;
    if (!fits(piece, language, forms[place])) return null;
    place += 1;
  }
  return place;
}

function fits(piece: Piece, language: Recognised, form: Form | undefined): boolean {
  if (form === undefined) return false;
  if (piece.isBeginning) return form.word.startsWith(piece.text) || form.stem.startsWith(piece.text);
  return piece.text === (language === 'it' || language === 'ar' ? form.stem : form.word);
}
