/** In which language a short message is written. Pure; the words are in knowledge/vocabulary.yaml. */
import { isLanguage, type Language } from '../lib/language.ts';
import { normalise, romanise, wordsOf } from '../lib/words.ts';
import { RECOGNISED, type Recognised, type Vocabulary } from './vocabulary.ts';

export type RecogniseLanguage = (text: string) => Recognised | null;

/** Signs that only one of the languages has. */
const SIGNS: readonly (readonly [Recognised, RegExp])[] = [
  ['sq', /ë/gu],
  ['ro', /[ășțşţ]/gu],
  ['es', /[ñ¿¡]/gu],
  ['fr', /[êœ]|\b(?:qu|j)['’]/gu],
  ['it', /[òì]|\b(?:dell|all|nell|sull|dall|quell|un)['’]/gu],
];

/** Enough to be sure: two words that only one language has, or one and a sign. */
const SURE = 0.75;
const LEAD = 1.25;

/** Spanish and Ukrainian are recognised too, so that they are not taken for Italian or Romanian. */
export function createLanguageRecogniser(vocabulary: Vocabulary): RecogniseLanguage {
  const words = new Map<string, Map<Recognised, number>>();
  const beginnings: { text: string; language: Recognised }[] = [];
  for (const language of RECOGNISED) {
    const empty = [...(vocabulary.stop[language] ?? []), ...(vocabulary.request[language] ?? [])];
    for (const text of [...empty, ...(vocabulary.telltale[language] ?? [])]) add(words, text, language, 1);
    for (const { says } of vocabulary.concepts) {
      for (const text of says[language] ?? []) {
        for (const word of text.split(/[\s'’-]+/u)) {
          if (word.endsWith('*')) beginnings.push({ text: romanise(wordsOf(word)[0] ?? '*'), language });
          else add(words, word, language, 0.6);
        }
      }
    }
  }
  return (text) => recognise(text, words, beginnings);
}

/** The assistant's language of a message; null when it is not sure or not one that the assistant speaks. */
export function spokenLanguage(recognised: Recognised | null): Language | null {
  return recognised !== null && isLanguage(recognised) ? recognised : null;
}

function add(
  words: Map<string, Map<Recognised, number>>,
  text: string,
  language: Recognised,
  weight: number,
): void {
  for (const word of new Set(wordsOf(text).flatMap((one) => [one, romanise(one)]))) {
    const weights = words.get(word) ?? new Map<Recognised, number>();
    weights.set(language, Math.max(weights.get(language) ?? 0, weight));
    words.set(word, weights);
  }
}

function recognise(
  text: string,
  words: ReadonlyMap<string, ReadonlyMap<Recognised, number>>,
  beginnings: readonly { readonly text: string; readonly language: Recognised }[],
): Recognised | null {
  const script = scriptOf(text);
  if (script !== null) return script;
  const tally = new Map<Recognised, number>();
  const count = (language: Recognised, weight: number) =>
    tally.set(language, (tally.get(language) ?? 0) + weight);
  for (const word of wordsOf(text)) {
    const weights = words.get(word);
    if (weights !== undefined) {
      for (const [language, weight] of weights) count(language, weight / weights.size);
    } else if (word.length > 3) {
      const found = new Set(beginnings.filter((one) => word.startsWith(one.text)).map((one) => one.language));
      for (const language of found) count(language, 0.5 / found.size);
    }
  }
  const lower = text.toLowerCase().normalize('NFC');
  for (const [language, sign] of SIGNS) count(language, 0.5 * Math.min(2, lower.match(sign)?.length ?? 0));
  const [first, second] = [...tally].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < SURE) return null;
  return second === undefined || first[1] >= second[1] * LEAD ? first[0] : null;
}

const SCRIPTS: readonly (readonly [Recognised, RegExp])[] = [
  ['ka', /\p{Script=Georgian}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['uk', /\p{Script=Cyrillic}/gu],
];

/** A script decides when it holds at least a third of the letters. */
function scriptOf(text: string): Recognised | null {
  const letters = normalise(text).match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    if (3 * (normalise(text).match(script)?.length ?? 0) >= Math.max(letters, 1)) return language;
  }
  return null;
}
