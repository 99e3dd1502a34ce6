import type { LanguageLexicon } from './lexicon.ts';

/** The official romanisation (2002) without its apostrophes. */
const OFFICIAL: Readonly<Record<string, string>> = {
  ა: 'a',
  ბ: 'b',
  გ: 'g',
  დ: 'd',
  ე: 'e',
  ვ: 'v',
  ზ: 'z',
  თ: 't',
  ი: 'i',
  კ: 'k',
  ლ: 'l',
  მ: 'm',
  ნ: 'n',
  ო: 'o',
  პ: 'p',
  ჟ: 'zh',
  რ: 'r',
  ს: 's',
  ტ: 't',
  უ: 'u',
  ფ: 'p',
  ქ: 'k',
  ღ: 'gh',
  ყ: 'q',
  შ: 'sh',
  ჩ: 'ch',
  ც: 'ts',
  ძ: 'dz',
  წ: 'ts',
  ჭ: 'ch',
  ხ: 'kh',
  ჯ: 'j',
  ჰ: 'h',
};
/** Other ways people write the same letters on phones. */
const CHAT: readonly Readonly<Record<string, string>>[] = [
  { ღ: 'g', ყ: 'y', ც: 'c', წ: 'w', ხ: 'x', ძ: 'dz', ჭ: 'w', შ: 'sh' },
  { ღ: 'g', ყ: 'k', ც: 'c', წ: 'w', ხ: 'x', ფ: 'f', ქ: 'q', ჯ: 'dj' },
  { ღ: 'gh', ყ: 'q', ც: 'ts', წ: 'w', ხ: 'x', ფ: 'ph' },
  { ღ: 'g', ყ: 'y', ც: 'ts', წ: 'ts', ხ: 'kh', ფ: 'f' },
];
const GEORGIAN_LETTER = /[\u10d0-\u10f0]/u;
/** Shorter romanised words are words of other languages too. */
const SHORTEST = 2;

/** A Georgian lexicon with every word written in Latin letters, in the spellings in use. */
export function inLatinLetters(lexicon: LanguageLexicon): LanguageLexicon {
  return {
    ...lexicon,
    cues: Object.fromEntries(Object.entries(lexicon.cues).map(([cue, text]) => [cue, romanise(text)])),
    fillers: romanise(lexicon.fillers),
    ordinary: romanise(lexicon.ordinary),
    common:
      'da ar aris var ra rom me shen is chven tkven isini chemi sheni misi magram tu sad rodis rogor ratom ver aghar agar minda maqvs gvaqvs vart khar arian amit ase aq ik rogor gtxovt gamarjoba',
  };
}

function romanise(text: string): string {
  return text.replace(/[^\s;]+/gu, (part) => {
    const optional = part.endsWith('?') ? '?' : '';
    const alternatives = (optional ? part.slice(0, -1) : part).split('|');
    return [...new Set(alternatives.flatMap(spellingsOf))].join('|') + optional;
  });
}

function spellingsOf(word: string): string[] {
  if (!GEORGIAN_LETTER.test(word)) return [word];
  return [{}, ...CHAT]
    .map((chat) => letters(word, { ...OFFICIAL, ...chat }))
    .filter((spelling) => spelling.length >= SHORTEST);
}

function letters(word: string, map: Readonly<Record<string, string>>): string {
  return [...word].map((letter) => map[letter] ?? letter).join('');
}
