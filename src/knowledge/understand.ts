/** What a message means to the sheets: one answer, a question between few, small talk, or nothing. Pure. */
import type { Aspect, QuestionContext, Ranked, Understanding } from '../conversation/ports.ts';
import { normalise, wordsOf } from './analyse.ts';
import type { Engine } from './engine.ts';
import type { Candidate } from './fuse.ts';
import { spokenLanguage } from './language.ts';
import type { Query, Unit } from './query.ts';
import { evidenceOf, rankEntries } from './rank.ts';
import type { Recognised } from './vocabulary.ts';

/** Below it nothing is offered. */
const OFFER = 0.35;
/** From it on a sheet is given without asking. */
const ANSWER = 0.5;
/** A rival has at least this share of the best one's evidence. */
const CLOSE = 0.55;
/** Between offer and answer the message is asked back when another sheet has this share of the best's evidence. */
const DOUBTFUL = 0.75;
/** One sheet called by its whole name, with this much more evidence than the next, is meant. */
const CLEAR = 1.6;
const MOST_OPTIONS = 4;
/** A longer message says enough to choose; it is not answered with a question. */
const SHORT_MATTER = 3;
/** A long story names other offices by the way; there they must weigh more. */
const STORY_MATTER = 6;
const STORY_MARGIN = 1.8;
/** A follow-up is short. */
const FOLLOW_UP_WORDS = 10;

/** @param retrieved best first, as the retriever gave them for this very text */
export function understand(
  text: string,
  context: QuestionContext,
  retrieved: readonly Candidate[],
  engine: Engine,
): Understanding {
  const recognised = engine.recogniseLanguage(text);
  const language = spokenLanguage(recognised) ?? context.language;
  const reading = recognised ?? 'it';
  const aspect = engine.aspects.find(text, reading);
  const ranking: Ranked[] = retrieved.slice(0, 10).map(({ slug, score }) => ({ slug, score: round(score) }));
  const common = { language, aspect, ranking };

  const smalltalk = engine.recogniseSmalltalk(text);
  const isAside = smalltalk === 'greeting' || smalltalk === 'thanks' || smalltalk === 'goodbye';
  if (smalltalk !== null && !(isAside && aspect !== null)) {
    return { ...common, outcome: 'smalltalk', kind: smalltalk };
  }

  const refusal = engine.refusals.find(({ patterns }) => patterns.test(normalise(text)));
  if (refusal !== undefined) return { ...common, outcome: 'none', office: refusal.id };

  const topic = context.topic?.sheet ?? null;
  if (topic !== null && isFollowUp(text, aspect, retrieved, reading, engine)) {
    return { ...common, outcome: 'answer', slug: topic };
  }

  const query = engine.read(text, reading);
  const matter = query.units.filter(({ isRequest }) => !isRequest);
  const other = otherOffice(query, matter.length, retrieved[0], engine);
  if (other !== null) return { ...common, outcome: 'none', office: other };

  // "Quanto costa?" alone is a question about nothing; "lo sportello" is about one of several.
  if (matter.length === 0 && isOnlyAspect(text, reading, engine)) {
    return { ...common, outcome: 'none', office: null };
  }
  const options = rivals(retrieved, matter.length > 0 ? matter : query.units);
  if (options.length >= 2) return { ...common, outcome: 'clarify', options };
  const best = retrieved[0];
  if (best === undefined || best.score < OFFER) return { ...common, outcome: 'none', office: null };
  if (best.score >= ANSWER) return { ...common, outcome: 'answer', slug: best.slug };
  const near = retrieved.filter(({ score }) => evidenceOf(score) >= DOUBTFUL * evidenceOf(best.score));
  if (near.length < 2) return { ...common, outcome: 'answer', slug: best.slug };
  return { ...common, outcome: 'clarify', options: near.slice(0, 3).map(({ slug }) => slug) };
}

/** Whether nothing but stop words is left when the phrases of the aspects are taken away. */
function isOnlyAspect(text: string, language: Recognised, engine: Engine): boolean {
  return engine.read(engine.aspects.without(text, language), language).units.length === 0;
}

/** The other office whose matter the message names, when it weighs at least as much as the best sheet. */
function otherOffice(
  query: Query,
  matter: number,
  best: Candidate | undefined,
  engine: Engine,
): string | null {
  const other = rankEntries(engine.index.others, query, engine.index)[0];
  if (other === undefined || !other.isCalled) return null;
  if (best === undefined) return other.id;
  const margin = matter > STORY_MATTER ? STORY_MARGIN : 1;
  return other.evidence >= margin * evidenceOf(best.score) ? other.id : null;
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/**
 * A message that leans on the last topic: it names no sheet, and asks only an aspect ("e quanto costa?") or takes the
 * topic up again ("e per mia madre?").
 */
function isFollowUp(
  text: string,
  aspect: Aspect | null,
  retrieved: readonly Candidate[],
  language: Recognised,
  engine: Engine,
): boolean {
  if (wordsOf(text).length > FOLLOW_UP_WORDS) return false;
  const { lexicon } = engine.index;
  const matter = wordsOf(engine.aspects.without(text, language)).filter(
    (word) => word.length > 1 && !lexicon.isStop(word, language) && !lexicon.isRequest(word, language),
  );
  const takesUp = engine.followUp.test(normalise(text));
  if (matter.length === 0) return aspect !== null || takesUp;
  const isNamed = retrieved.some(({ isCalled, score }) => isCalled && score >= OFFER);
  return !isNamed && (aspect !== null || takesUp) && (retrieved[0]?.score ?? 0) < ANSWER;
}

/**
 * The sheets between which a short message does not choose: each has a name that holds all its words but
 * one ("bonus"). A
 * sheet called by a whole name, clearly before the next, is meant and has no rival.
 */
function rivals(retrieved: readonly Candidate[], matter: readonly Unit[]): string[] {
  const [best] = retrieved;
  if (best === undefined || matter.length === 0 || matter.length > SHORT_MATTER) return [];
  const most = evidenceOf(best.score);
  const close = retrieved.filter(
    ({ shared, score }) =>
      evidenceOf(score) >= CLOSE * most && matter.every(({ place }) => shared.has(place)),
  );
  const second = close[1];
  if (second === undefined) return [];
  if (close[0]?.isCalled === true && !second.isCalled && most >= CLEAR * evidenceOf(second.score)) return [];
  return close.slice(0, MOST_OPTIONS).map(({ slug }) => slug);
}
