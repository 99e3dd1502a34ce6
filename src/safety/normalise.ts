/** One word of a message, ready to be compared with the lexicon. */
export interface Token {
  readonly word: string;
  /** Place in the message; the end of a sentence leaves a distance, a filler word takes no place. */
  readonly position: number;
  /** Which sentence of the message, from 0. */
  readonly sentence: number;
}

/** Distance added by the end of a sentence: cues of two sentences may still belong together. */
const SENTENCE_DISTANCE = 2;
/** Fewer single letters in a row are initials or chat abbreviations, not a word spelled out. */
const SPELLED_OUT = 4;

const HIDDEN = /[\p{Cf}\p{Cc}\u0640]/gu;
const MARKS = /\p{Mn}/gu;
const APOSTROPHES = /[‘’ʼʹ′`´ʻ]/gu;
const CENSORED = /(?<=\p{L})[*_·•](?=\p{L})/gu;
export const CYRILLIC_APOSTROPHE = /(?<=\p{Script=Cyrillic})'(?=\p{Script=Cyrillic})/gu;
/** Georgian in Latin letters writes ejectives so: k'i, p'uri. */
const EJECTIVE_APOSTROPHE = /(?<=[kpq])'(?=[a-z])/gu;
const REPEATED = /(\p{L})\1+/gu;
const PIECES = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[.!?;:…\n؟۔]/gu;
const SENTENCE_END = /^[.!?;:…\n؟۔]$/u;

/**
 * The form in which words are compared: compatibility forms folded, hidden and direction characters removed, lower
 * case, no accents or vowel marks, each run of a letter reduced to one ("aiutoooo", "amazza" and "ammazza" meet).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\t\r\u2028\u2029]/gu, '\n')
    .replace(HIDDEN, (character) => (character === '\n' ? '\n' : ''))
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[ةۃ]/gu, 'ه')
    .replace(/[ىیې]/gu, 'ي')
    .replace(/ٱ/gu, 'ا')
    .replace(/[کگ]/gu, 'ك')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(CENSORED, '')
    .replace(CYRILLIC_APOSTROPHE, '')
    .replace(EJECTIVE_APOSTROPHE, '')
    .replace(REPEATED, '$1');
}

export interface Vocabulary {
  /** Splits letters written without spaces into words of one language, or null when they are no such words. */
  segment(letters: string): readonly string[] | null;
  isKnown(word: string): boolean;
  isFiller(word: string): boolean;
}

/** The words of a message in order: words spelled out or run together are put right when the vocabulary allows. */
export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  const words = joinSpelledOut(fold(text).match(PIECES) ?? [], vocabulary);
  const tokens: Token[] = [];
  let position = 0;
  let sentence = 0;
  for (const word of words) {
    if (SENTENCE_END.test(word)) {
      position += SENTENCE_DISTANCE;
      sentence += 1;
      continue;
    }
    for (const part of partsOf(word, vocabulary)) {
      if (!vocabulary.isFiller(part)) position += 1;
      tokens.push({ word: part, position, sentence });
    }
  }
  return tokens;
}

function partsOf(word: string, vocabulary: Vocabulary): readonly string[] {
  const runTogether = word.length >= 8 && word.length <= 60 && !vocabulary.isKnown(word);
  return (runTogether ? vocabulary.segment(word) : null) ?? [word];
}

/** "m o r i r e" and "m.o.r.i.r.e" become the words they spell. */
function joinSpelledOut(pieces: readonly string[], vocabulary: Vocabulary): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  let letters = '';
  const flush = (): void => {
    const spelled = letters.length >= SPELLED_OUT && letters.length <= 60 ? spell(letters, vocabulary) : null;
    for (const piece of spelled ?? run) joined.push(piece);
    run = [];
    letters = '';
  };
  for (const piece of pieces) {
    const single = /^\p{L}$/u.test(piece);
    if (!single && !(letters !== '' && SENTENCE_END.test(piece))) {
      flush();
      joined.push(piece);
      continue;
    }
    run.push(piece);
    if (single) letters += piece;
  }
  flush();
  return joined;
}

function spell(letters: string, vocabulary: Vocabulary): readonly string[] | null {
  const folded = fold(letters);
  return vocabulary.isKnown(folded) ? [folded] : vocabulary.segment(folded);
}
