/** Whether a message is about the last topic of the talk: what was learnt, and what its words say by themselves. Pure. */
import type { Aspect, QuestionContext } from '../conversation/ports.ts';
import { wordsOf } from '../lib/words.ts';
import type { Engine } from './engine.ts';
import { SPOKEN_OF } from './recall.ts';
import type { Matter } from './requests.ts';
import type { Recognised } from './vocabulary.ts';

/**
 * A logistic function, its weights found by cross-validation over `knowledge/requests/follow-ups.txt` and requests (right
 * in 84 of 100 messages that lean, in 95 of 100 that do not).
 */
const LEANS = {
  always: 0.9,
  /** Of the learnt odds. */
  learnt: 0.54,
  /** The likeliest other matter: of the logarithm of its share, and when it is called by its whole name. */
  rival: -1.7,
  called: -0.54,
  /** It was spoken of before in this talk: people come back. Set by hand. */
  spokenOf: -2,
  /** Of the logarithm of how many words are of a matter, and of how many there are at all. */
  matter: -2.39,
  words: 0.71,
  asked: -0.32,
} as const;
const LEAST = 0.02;

/** @param earlier sheets of this talk before the topic */
export function leansOn(
  topic: string,
  earlier: QuestionContext['earlier'],
  text: string,
  language: Recognised,
  engine: Engine,
): boolean {
  const own: Matter = `sheet/${topic}`;
  const matters = engine.weigh(text).matters.filter(({ matter }) => matter !== 'none');
  const isEarlier = (matter: Matter): boolean => earlier.some((slug) => matter === `sheet/${slug}`);
  const [rival] = matters
    .filter(({ matter }) => matter !== own)
    .map((one) => ({ ...one, share: Math.min(1, one.share * (isEarlier(one.matter) ? SPOKEN_OF : 1)) }))
    .sort((a, b) => b.share - a.share);
  const share = matters.find(({ matter }) => matter === own)?.share ?? 0;
  if (rival === undefined || share >= rival.share) return true;
  const asked: Aspect | null = engine.aspects.find(text, language);
  const sum =
    LEANS.always +
    LEANS.learnt * engine.leaning(text, language) +
    LEANS.rival * Math.log(rival.share + LEAST) +
    (rival.isCalled ? LEANS.called : 0) +
    (isEarlier(rival.matter) ? LEANS.spokenOf : 0) +
    LEANS.matter * Math.log(1 + matterWords(text, language, engine)) +
    LEANS.words * Math.log(1 + wordsOf(text).length) +
    (asked === null ? 0 : LEANS.asked);
  return sum > 0;
}

/** Words that are left without those of any question or request. */
function matterWords(text: string, language: Recognised, { aspects, index }: Engine): number {
  const { lexicon } = index;
  return wordsOf(aspects.without(text, language)).filter(
    (word) => word.length > 1 && !lexicon.isStop(word, language) && !lexicon.isRequest(word, language),
  ).length;
}
