/** What a message means to the sheets: one answer, a question between few, small talk, or nothing. Pure. */
import type { Aspect, QuestionContext, Ranked, Understanding } from '../conversation/ports.ts';
import { normalise } from '../lib/words.ts';
import type { Engine } from './engine.ts';
import type { Candidate } from './fuse.ts';
import { spokenLanguage } from './language.ts';
import { leansOn } from './leaning.ts';
import { type Recalled, recall } from './recall.ts';
import type { Recognised } from './vocabulary.ts';
import type { Weighed } from './weigh.ts';

/** From this share on the best sheet is given without asking. */
const ANSWER = 0.45;
/** Unless a second one has so much: then both are offered. */
const RIVAL = 0.3;
/** From this likelihood on that the words choose none, the message is asked back. */
const UNCLEAR_FROM = 0.2;
/** The same of a whole name: "permesso di soggiorno" chooses, "badante" does not. */
const UNCLEAR_NAMED = 0.4;
/** A third or fourth sheet with less than this share is not offered; with less still when the words choose none. */
const OFFER = 0.08;
const OFFER_UNCLEAR = 0.03;
/** Sheets that together have less than this share are not worth a question. */
const WORTH_ASKING = 0.4;
const WORTH_ASKING_UNCLEAR = 0.25;
/** Words that choose none of ours are asked back even when another office's matter is somewhat likelier. */
const UNCLEAR_RIVAL = 2;
/** From this share on there is no doubt about the sheet, even if the words are few or empty ones. */
const SURE = 0.9;
/** Below this share a second sheet is not worth asking about, if the first is sure or called by its name. */
const ELSE = 0.002;
/** Whom we send elsewhere, we send with at least this likelihood. */
const SEND = 0.3;
/** Nobody is told to keep to the rules unless it is this likely that they mean not to. */
const REFUSE = 0.55;
const MOST_OPTIONS = 4;

/** @param retrieved best first, as the retriever gave them for this very text */
export function understand(
  text: string,
  context: QuestionContext,
  retrieved: readonly Candidate[],
  engine: Engine,
): Understanding {
  const language = spokenLanguage(engine.writtenLanguage(text)) ?? context.language;
  const reading = engine.recogniseLanguage(text) ?? 'it';
  const aspect = aspectOf(text, reading, engine);
  const ranking: Ranked[] = retrieved.slice(0, 10).map(({ slug, score }) => ({ slug, score: round(score) }));
  const common = { language, aspect, ranking };

  const smalltalk = engine.recogniseSmalltalk(text);
  const isAside = smalltalk === 'greeting' || smalltalk === 'thanks' || smalltalk === 'goodbye';
  if (smalltalk !== null && !(isAside && engine.aspects.find(text, reading) !== null)) {
    return { ...common, outcome: 'smalltalk', kind: smalltalk };
  }

  const refusal = engine.refusals.find(({ patterns }) => patterns.test(normalise(text)));
  if (refusal !== undefined) return { ...common, outcome: 'none', office: refusal.id };

  const { topic, earlier } = context;
  if (topic !== null && leansOn(topic.sheet, earlier, text, reading, engine)) {
    return { ...common, outcome: 'answer', slug: topic.sheet };
  }

  const query = engine.read(text);
  // "Quanto costa?" alone is a question about nothing; "SAI" is a service, though "sai" is a word of any question.
  const isNothing = query.units.every(({ isRequest }) => isRequest) && isOnlyAspect(text, reading, engine);
  if (isNothing && (retrieved[0]?.score ?? 0) < SURE) {
    return { ...common, outcome: 'none', office: null };
  }
  const recalled = recall(engine.weigh(text), retrieved, earlier);
  return { ...common, ...decide(trusting(recalled, engine.refused)) };
}

/** Without the refusals that are not likely enough to be said: what is left of the message is what was meant. */
function trusting({ weighed, retrieved }: Recalled, refused: Engine['refused']): Recalled {
  const isDoubted = ({ matter, share }: Weighed): boolean => refused.has(matter) && share < REFUSE;
  const doubted = weighed.matters.filter(isDoubted);
  const rest = 1 - doubted.reduce((sum, { share }) => sum + share, 0);
  const matters = weighed.matters
    .filter((one) => !isDoubted(one))
    .map((one) => ({ ...one, share: one.share / rest }));
  return {
    weighed: { ...weighed, matters },
    retrieved: retrieved.map(({ slug, score }) => ({ slug, score: Math.min(1, score / rest) })),
  };
}

/** A sheet's name and nothing else asks for no part of it, whatever the words around it are like ("e invece il nido?"). */
function aspectOf(text: string, language: Recognised, engine: Engine): Aspect | null {
  const hasNoRequest = engine.read(text).units.every(({ isRequest }) => !isRequest);
  const isOnlyName =
    hasNoRequest && engine.aspects.find(text, language) === null && engine.weigh(text).isNamed;
  return isOnlyName ? null : engine.asked(text, language);
}

type Decision = { readonly outcome: 'answer'; readonly slug: string } | Asked | Declined;
type Asked = { readonly outcome: 'clarify'; readonly options: readonly string[] };
type Declined = { readonly outcome: 'none'; readonly office: string | null };

function decide({ weighed: { matters, unclear, isNamed }, retrieved }: Recalled): Decision {
  const outside = matters.find(({ matter }) => !matter.startsWith('sheet/'));
  const inside = retrieved.reduce((sum, { score }) => sum + score, 0);
  const [best, second] = retrieved;
  const isUnclear = unclear >= (isNamed ? UNCLEAR_NAMED : UNCLEAR_FROM);
  const rival = isUnclear ? UNCLEAR_RIVAL * inside : best?.score;
  if (
    best === undefined ||
    inside < (isUnclear ? WORTH_ASKING_UNCLEAR : WORTH_ASKING) ||
    (outside !== undefined && outside.share >= (rival ?? 0))
  ) {
    return { outcome: 'none', office: officeOf(outside) };
  }
  // "Come faccio l'ISEE?" says little, but there is nothing else it could be about.
  if (
    second === undefined ||
    ((isNamed || best.score >= SURE) && second.score < ELSE) ||
    (!isUnclear && best.score >= ANSWER && (isNamed || second.score < RIVAL))
  )
    return { outcome: 'answer', slug: best.slug };
  const least = isUnclear ? OFFER_UNCLEAR : OFFER;
  const others = retrieved.slice(2, MOST_OPTIONS).filter(({ score }) => score >= least);
  return { outcome: 'clarify', options: [best, second, ...others].map(({ slug }) => slug) };
}

/** Whether nothing but stop words is left when the phrases of the aspects are taken away. */
function isOnlyAspect(text: string, language: Recognised, engine: Engine): boolean {
  return engine.read(engine.aspects.without(text, language)).units.length === 0;
}

/** The other office whose matter it most likely is; null when it is nobody's, or not likely enough to send someone. */
function officeOf(outside: Weighed | undefined): string | null {
  if (outside === undefined || !outside.matter.startsWith('office/') || outside.share < SEND) return null;
  return outside.matter.slice('office/'.length);
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
