/** What a text is once the characters that only disturb are gone. */

/** Control characters (but tab and line break), bidi marks, overrides and isolates, zero-width, lone surrogates. */
const DISTURBING = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFD]/gu;

/** The text without disturbing characters, in normal form C, with single spaces and at most one empty line. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(DISTURBING, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Small letters without accents nor punctuation: "È già lì!" and "e gia li" are the same. Used to compare only. */
export function plain(text: string): string {
  return clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const KEYCAP = /^([0-9])\uFE0F?\u20E3$/u;

/** The digit of an emoji digit ("2️⃣"), or null. */
export function keycap(text: string): number | null {
  const digit = KEYCAP.exec(text.trim())?.[1];
  return digit === undefined ? null : Number(digit);
}

export function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** True when the text says something in words or figures: not only emoji, punctuation or nothing at all. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Emoji that say yes or thank you. */
const KIND_EMOJI = /^(?:👍|👌|🙏|✅|❤|🧡|💛|💚|💙|💜|🤝|😊|🙂|☺|😀|😃|😁|🥰|😘|💪|👏)/u;

export function isKindEmoji(text: string): boolean {
  return !hasWords(text) && KIND_EMOJI.test(text);
}

/** A text cut to `length` UTF-16 units, never in the middle of a character. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** An Italian tax code: nobody needs it here, and it names a person. */
const TAX_CODE = /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gi;

export function holdsTaxCode(text: string): boolean {
  return text.search(TAX_CODE) >= 0;
}

/** The text with the words "codice fiscale" in the place of each. */
export function withoutTaxCodes(text: string): string {
  return text.replace(TAX_CODE, 'codice fiscale');
}
