/** Recognising the words that always work. */
import type { Language } from '../lib/language.ts';
import { LANGUAGES } from '../lib/language.ts';
import { keycap, plain } from './clean.ts';
import { COMMANDS, type Command, type Words } from './flow/words-schema.ts';
import { COMUNI, type Comune } from './state.ts';

/** A message longer than this is a question, even with a command in it. */
const SHORT = 12;

interface Index {
  readonly whole: ReadonlyMap<string, Command>;
  readonly inside: readonly (readonly [string, Command])[];
  readonly languages: ReadonlyMap<string, Language>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly fillers: readonly string[];
  readonly negations: readonly string[];
  readonly dwelling: readonly string[];
}

const indexes = new WeakMap<Words, Index>();

function indexOf(words: Words): Index {
  const known = indexes.get(words);
  if (known !== undefined) return known;
  const whole = new Map<string, Command>();
  const inside: [string, Command][] = [];
  for (const command of COMMANDS) {
    for (const list of Object.values(words.commands[command].whole)) {
      for (const word of list) whole.set(plain(word), command);
    }
    for (const list of Object.values(words.commands[command].inside)) {
      for (const word of list) inside.push([` ${plain(word)} `, command]);
    }
  }
  const languages = new Map<string, Language>();
  for (const language of LANGUAGES)
    for (const name of words.languages[language]) languages.set(plain(name), language);
  const numbers = new Map<string, number>();
  for (const lists of Object.values(words.numbers)) {
    for (const [at, list] of lists.entries()) for (const word of list) numbers.set(plain(word), at + 1);
  }
  const fillers = Object.values(words.fillers).flat().map(plain);
  const negations = Object.values(words.negations)
    .flat()
    .map((word) => ` ${plain(word)} `);
  const index: Index = {
    whole,
    inside,
    languages,
    numbers,
    fillers: fillers.sort((a, b) => b.length - a.length),
    negations,
    dwelling: Object.values(words.dwelling).flat().map(plain),
  };
  indexes.set(words, index);
  return index;
}

/** The text in its plain form, and without the words that mean nothing at its start and end. */
export function forms(words: Words, text: string): string[] {
  const whole = plain(text);
  const bare = strip(whole, indexOf(words).fillers);
  return bare === whole || bare === '' ? [whole] : [whole, bare];
}

function strip(text: string, fillers: readonly string[]): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const filler of fillers) {
      if (rest.startsWith(`${filler} `)) rest = rest.slice(filler.length + 1);
      if (rest.endsWith(` ${filler}`)) rest = rest.slice(0, -filler.length - 1);
    }
  }
  return rest;
}

/** The command that a text is: "menu", "0", "/start", "voglio parlare con una persona". */
export function commandOf(words: Words, text: string): Command | null {
  const index = indexOf(words);
  const digit = keycap(text);
  if (digit !== null) return index.whole.get(String(digit)) ?? null;
  const slash = /^\/([a-z-]+)/i.exec(text.trim())?.[1];
  if (slash !== undefined) return index.whole.get(plain(slash)) ?? 'menu';
  const candidates = forms(words, text);
  for (const candidate of candidates) {
    const command = index.whole.get(candidate);
    if (command !== undefined) return command;
  }
  const [whole = ''] = candidates;
  if (whole.split(' ').length > SHORT) return null;
  // The longest wins: "sei una persona vera?" asks who reads, "voglio una persona vera" asks for one.
  const found = index.inside.filter(([phrase]) => ` ${whole} `.includes(phrase));
  return found.sort(([one], [other]) => other.length - one.length)[0]?.[1] ?? null;
}

/** Whether a plain text says no to what it names. */
export function isNegated(words: Words, text: string): boolean {
  return indexOf(words).negations.some((word) => ` ${text} `.includes(word));
}

/** The language that a text names: "english", "in italiano". */
export function languageNamed(words: Words, text: string): Language | null {
  const { languages } = indexOf(words);
  for (const form of forms(words, text)) {
    const language = languages.get(form);
    if (language !== undefined) return language;
  }
  return null;
}

/** The Comune of the Ambito that is the whole of a text: "Capurso", "abito a Capurso". */
export function comuneNamed(words: Words, text: string): Comune | null {
  const candidates = forms(words, text);
  return COMUNI.find((comune) => namesOf(words, comune).some((name) => candidates.includes(name))) ?? null;
}

/** The Comune where a longer text says that somebody lives; null when it says none, or several. */
export function comuneWithin(words: Words, text: string): Comune | null {
  const whole = ` ${plain(text)} `;
  const { dwelling, negations } = indexOf(words);
  if (negations.some((negation) => whole.includes(negation) && plain(text).split(' ').length <= SHORT))
    return null;
  const found = COMUNI.filter((comune) =>
    namesOf(words, comune).some((name) =>
      dwelling.some(
        (phrase) => whole.includes(` ${phrase} ${name} `) || whole.includes(` ${name} ${phrase} `),
      ),
    ),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

function namesOf(words: Words, comune: Comune): string[] {
  return [comune, ...words.comuni[comune]].map(plain);
}

const ARABIC_DIGITS = '٠١٢٣٤٥٦٧٨٩';

/** The number that a text is: "2", "2.", "2)", "2️⃣", "٢", "due", "il secondo". */
export function numberOf(words: Words, text: string): number | null {
  const digit = keycap(text);
  if (digit !== null) return digit;
  const latin = text.replace(/[٠-٩]/g, (character) => String(ARABIC_DIGITS.indexOf(character)));
  const { numbers } = indexOf(words);
  for (const form of forms(words, latin)) {
    if (/^\d{1,2}$/.test(form)) return Number(form);
    const number = numbers.get(form);
    if (number !== undefined) return number;
  }
  return null;
}
