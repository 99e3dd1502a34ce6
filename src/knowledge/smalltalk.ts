/** Greetings, thanks and the like: recognised only when the message holds nothing else that matters. Pure. */
import type { Smalltalk } from '../conversation/ports.ts';
import { normalise, wordsOf } from '../lib/words.ts';
import { createPatterns } from './patterns.ts';
import { SMALLTALKS, type Vocabulary } from './vocabulary.ts';

/** When a message holds several, the one to answer comes first. */
const ORDER: readonly Smalltalk[] = [
  'insult',
  'who-are-you',
  'how-are-you',
  'thanks',
  'compliment',
  'goodbye',
  'greeting',
];

export type RecogniseSmalltalk = (text: string) => Smalltalk | null;

/**
 * @param isEmpty whether a word carries no matter: such words may stand beside a greeting
 * @param isNobodys whether a text is most likely nobody's matter: then other words may too ("domani ci vado, buona serata")
 */
export function createSmalltalk(
  vocabulary: Vocabulary,
  isEmpty: (word: string) => boolean,
  isNobodys: (text: string) => boolean,
): RecogniseSmalltalk {
  const patterns = SMALLTALKS.map((kind) => [kind, createPatterns(vocabulary.smalltalk[kind])] as const);
  return (text) => {
    const normalised = normalise(text);
    const found = new Set<Smalltalk>();
    let rest = normalised;
    for (const [kind, set] of patterns) {
      if (set.test(normalised)) found.add(kind);
      rest = set.without(rest);
    }
    if (found.size === 0) return null;
    if (wordsOf(rest).some((word) => !isEmpty(word)) && !isNobodys(text)) return null;
    return ORDER.find((kind) => found.has(kind)) ?? null;
  };
}
