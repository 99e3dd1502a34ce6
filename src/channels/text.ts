/** Counting and splitting texts for channels with limits. Lengths are UTF-16 units, as the providers count. */

/** Size in UTF-8 bytes, for limits given in bytes (Telegram's `callback_data`). */
export function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** "1. First\n2. Second": how a list of answers reads when it is text. The numbers are what a person may type. */
export function numberedList(labels: readonly string[]): string {
  return labels.map((label, index) => `${index + 1}. ${label}`).join('\n');
}

const graphemes = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** Where a text may be cut, the best place first. A space between two digits is no such place: it would cut a phone number. */
const BOUNDARIES: readonly RegExp[] = [
  /\n[^\S\n]*\n\s*/g,
  /\n\s*/g,
  /(?<=[.!?…]["»”)]?)\s+/g,
  /(?<!\d)\s+|\s+(?!\s|\d)/g,
];

/**
 * Cuts a text into at most `maxParts` parts of at most `limit` UTF-16 units: between paragraphs if that fits, else between
 * lines, sentences, words, and only then between graphemes. Nothing but the white space at a cut is lost.
 * Null when it cannot fit: a text is never shortened here.
 */
export function splitText(text: string, limit: number, maxParts: number): readonly string[] | null {
  if (text.length <= limit) return [text];
  if (maxParts <= 1) return null;
  for (const cut of cutsWithin(text, limit)) {
    const head = text.slice(0, cut).trimEnd();
    const tail = text.slice(cut).trimStart();
    if (head === '' || tail === '' || tail.length > limit * (maxParts - 1)) continue;
    const rest = splitText(tail, limit, maxParts - 1);
    if (rest !== null) return [head, ...rest];
  }
  return null;
}

/** The last good cut at or before `limit` of each kind, the best kind first. */
function* cutsWithin(text: string, limit: number): Generator<number> {
  for (const boundary of BOUNDARIES) {
    let last = 0;
    for (const match of text.slice(0, limit + 1).matchAll(boundary)) {
      if (match.index <= limit) last = match.index;
    }
    if (last > 0) yield last;
  }
  yield lastGraphemeCut(text, limit);
}

/** A family emoji or a letter with its accents stays whole; a single grapheme longer than the limit cannot. */
function lastGraphemeCut(text: string, limit: number): number {
  const start = graphemes.segment(text).containing(limit)?.index ?? limit;
  if (start > 0) return start;
  const before = text.charCodeAt(limit - 1);
  return before >= 0xd800 && before <= 0xdbff ? limit - 1 : limit;
}
