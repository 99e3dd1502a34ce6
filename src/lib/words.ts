/** From a text to comparable words: the same for sheets, vocabulary and citizens' messages. Pure. */
import snowball from 'snowball-stemmers';
import { rememberRecent } from './recent.ts';

const italian = snowball.newStemmer('italian');

/** Lower case, accents and Arabic variants folded, apostrophes made plain, lengthened letters shortened. */
export const normalise: (text: string) => string = rememberRecent((text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[’‘ʼ`´′]/g, "'")
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ı', 'i')
    .replace(/([aeiou])\1{2,}/g, '$1')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}\p{L}?/gu, (acronym) => acronym.replaceAll('.', ''))
    .trim(),
);

/** The words of a text, normalised: runs of letters or digits ("l'affitto" gives "l" and "affitto"). */
export function wordsOf(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stems already worked out, by word: the same few thousand words make most messages. */
const stems = new Map<string, string>();
const STEMS_KEPT = 20_000;

/** The stem under which the forms of a word meet: "bollette" and "bolletta", "anziani" and "anziano". */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const worked = workOutStem(word);
  if (stems.size >= STEMS_KEPT) stems.clear();
  stems.set(word, worked);
  return worked;
}

function workOutStem(word: string): string {
  if (/\p{Script=Arabic}/u.test(word)) return stemArabic(word);
  // A short word or acronym must not meet the stem of a longer one: the "CAS" is not a "casa".
  if (/^[a-z]{1,3}$/.test(word)) return `${word}.`;
  if (!/^[a-z]+$/.test(word)) return word;
  // The Snowball rules part "anziano" from "anziani"; here only the vowel goes.
  if (/ian[oaie]$/.test(word)) return word.slice(0, -1);
  const short = italian.stem(word);
  // Three letters are too few to tell words apart ("rifare" and "rifiuti"): then only the ending vowel goes.
  return short.length < 4 && word.length > 5 ? word.replace(/[aeio]$/, '') : short;
}

/** Takes away the article and the prepositions that Arabic writes together with the word. */
function stemArabic(word: string): string {
  const bare = word.replace(/^(?:[وفبكل]?ال|لل)(?=.{3})/u, '');
  return bare.replace(/(?<=.{3})(?:ات|ون|ين|ها|هم|كم)$/u, '');
}

const GEORGIAN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ'].map((letter, index) => [
    letter,
    'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h'.split(' ')[index] ?? '',
  ]),
);

/** Georgian in Latin letters (national system without apostrophes): many write it so on their telephone. */
export function romanise(word: string): string {
  return word.replace(/\p{Script=Georgian}/gu, (letter) => GEORGIAN[letter] ?? letter);
}
