/**
 * Latin names and numbers within a text that is read from right to left. By itself a screen takes two names with a stop
 * between them ("CNS. SPID") for one foreign phrase, and turns round the groups of a telephone number (Unicode
 * Bidirectional Algorithm, UAX #9).
 */
import type { Language } from './language.ts';

export function isRightToLeft(language: string): boolean {
  return language === 'ar';
}

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';
const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

const WORD = String.raw`[\p{Script=Latin}\d]+`;
const WORDS = String.raw`\+?${WORD}(?:(?:[ .:/'’@&_–-]|, ?)${WORD})*`;
/** An address; or words and numbers that follow one another, with what stands in brackets after them. */
const RUN = new RegExp(String.raw`https?://\S*[^\s.,:;!?)\]]|${WORDS}(?: \(${WORDS}\)(?: ${WORDS})?)*`, 'gu');
/** A number or a date that reads the same in either direction. */
const PLAIN_NUMBER = /^\d+(?:[.,:/]\d+)*$/;

/** A text for a page: what runs from left to right in it stands apart, so that nothing round it is drawn into it. */
export function isolated(text: string, language: string): string {
  if (!isRightToLeft(language)) return text;
  return text.replace(RUN, (run) =>
    PLAIN_NUMBER.test(run) ? run : `${LEFT_TO_RIGHT_ISOLATE}${run}${POP_ISOLATE}`,
  );
}

const ARABIC_LINE = /^.*\p{Script=Arabic}.*$/gmu;
/**
 * Signs after a Latin word, before another one or at the end; not those after an address, which they might join. A
 * Latin comma stands within Italian words only.
 */
const SIGNS = /(?<=[\p{Script=Latin}\d)"»])(?<!:\/\/\S*)[.:;!?…،؛؟]+(?=\s+[("«]?[\p{Script=Latin}\d]|\s*$)/gu;
/** A number in groups, with a prefix, or that begins a name ("1522.eu"). */
const GROUPED_NUMBER =
  /(?<![\p{Script=Latin}\d.,:/@+–-]|\d )(?=\+\d|\d[\d.,:/]*(?:[ –-]\d|\.\p{Script=Latin}))/gu;
const LATIN_BEGINNING = /^(?=[^\p{L}\u200e]*[\p{Script=Latin}\u200e])/u;

/**
 * A text for a channel that shows plain text, with marks that nobody sees. Isolates would do it alone, but not every
 * application knows them. Lines without a letter of the language, as those quoted in Italian, stay as they are.
 */
export function marked(text: string, language: Language): string {
  if (!isRightToLeft(language)) return text;
  return text.replace(ARABIC_LINE, (line) =>
    line
      .replace(SIGNS, `$&${RIGHT_TO_LEFT_MARK}`)
      .replace(GROUPED_NUMBER, LEFT_TO_RIGHT_MARK)
      .replace(LATIN_BEGINNING, RIGHT_TO_LEFT_MARK),
  );
}
