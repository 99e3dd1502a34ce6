/**
 * What a message may be about, with how likely each matter is: the words it shares with names and texts (`rank.ts`)
 * and its likeness to requests that people wrote (`src/classifier`), put together. Pure.
 */
import { featuresOf } from '../classifier/features.ts';
import { knowsWord, scoresOf, sharesOf } from '../classifier/model.ts';
import { wordsOf as wordsIn } from '../lib/words.ts';
import type { Engine } from './engine.ts';
import { partFused } from './fused.ts';
import type { Query } from './query.ts';
import { rankEntries, type Scored } from './rank.ts';
import { hintsOf, type Matter, UNCLEAR } from './requests.ts';

export interface Weighed {
  readonly matter: Matter;
  /** 0 to 1; all matters together make one. */
  readonly share: number;
  /** What the words say: 0 = none. */
  readonly evidence: number;
  /** Whether one of its names, whole, is in the message. */
  readonly isCalled: boolean;
  /** Places of the message's words that stand together in one of its names. */
  readonly shared: ReadonlySet<number>;
}

/**
 * How much each kind of evidence moves the odds, found together by cross-validation between hands (the figures:
 * `npm run bench -- understanding`; the reasons: the README of this folder).
 */
export interface Weights {
  /** A natural logarithm of the learnt share. */
  readonly learned: number;
  /** A point of the words' evidence, up to `most`. */
  readonly words: number;
  readonly most: number;
  /** For another office's matter: always, and by the share of words that no request has. */
  readonly office: number;
  readonly officeStrange: number;
  /** The same for nobody's matter. */
  readonly none: number;
  readonly noneStrange: number;
}

export const WEIGHTS: Weights = {
  learned: 1.25,
  words: 0.3,
  most: 5,
  office: 0.4,
  officeStrange: 3,
  none: 0.3,
  noneStrange: 3.5,
};

/**
 * How likely it is that the words choose none of several sheets: they are few, they are like others that chose none,
 * no sheet stands out, and none is called by its whole name. A logistic function, its weights found like those above.
 */
const DOUBT = { always: 12.3, rest: 0.3, unclear: 0.7, matter: -3.7, words: -2.6, called: -0.7 } as const;

/** What speaks for a matter, before it is weighed. */
export interface Signs {
  readonly matter: Matter;
  /** Natural logarithm of the learnt share. */
  readonly learned: number;
  readonly evidence: number;
  /** The share of the message's words of matter that no request and no sheet has, 0 to 1. */
  readonly strange: number;
}

/** The natural logarithm of how likely a matter is, up to a constant. */
export function scoreOf({ matter, learned, evidence, strange }: Signs, weights = WEIGHTS): number {
  const said = weights.learned * learned + weights.words * Math.min(evidence, weights.most);
  if (matter === 'none') return said + weights.none + weights.noneStrange * strange;
  if (matter.startsWith('office/')) return said + weights.office + weights.officeStrange * strange;
  return said;
}

/** The signs of each of the engine's matters, in their order. */
export interface Reading {
  readonly signs: readonly FoundSigns[];
  /** 0 to 1: the learnt share of messages whose words choose none of several sheets. */
  readonly unclear: number;
}

export function signsOf(text: string, query: Query, engine: Engine): Reading {
  const words = wordsOf(query, engine);
  const learned = learnedShares(text, query, engine);
  const strange = strangeness(query, engine);
  const signs = engine.matters.map((matter) => {
    const found = words.get(matter);
    return {
      matter,
      // A word that nobody knows is no sign of a will to cheat: it may be a slip of the pen ("lisee").
      strange: engine.refused.has(matter) ? 0 : strange,
      // A matter without examples is neither likely nor unlikely.
      learned: Math.log(learned.get(matter) ?? 1 / engine.matters.length),
      evidence: found?.evidence ?? 0,
      isCalled: found?.isCalled ?? false,
      shared: found?.shared ?? NONE,
    };
  });
  return { signs, unclear: learned.get(UNCLEAR) ?? 0 };
}

interface FoundSigns extends Signs {
  readonly isCalled: boolean;
  readonly shared: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export interface WeighedMessage {
  /** Most likely first; equal ones by name, so that the order is always the same. */
  readonly matters: readonly Weighed[];
  /** 0 to 1: how likely it is that the words do not choose among several sheets. */
  readonly unclear: number;
  /** Whether all that the message says is a whole name of the likeliest sheet, and of no other. */
  readonly isNamed: boolean;
}

export function weighMatters(text: string, query: Query, engine: Engine): WeighedMessage {
  const { signs, unclear } = signsOf(text, query, engine);
  const shares = sharesOf(Float32Array.from(signs, (one) => scoreOf(one)));
  const matters = signs
    .map(({ matter, evidence, isCalled, shared }, index) => ({
      matter,
      share: shares[index] ?? 0,
      evidence,
      isCalled,
      shared,
    }))
    .sort((a, b) => b.share - a.share || a.matter.localeCompare(b.matter));
  return { matters, unclear: doubt(matters, unclear, text, query), isNamed: isNamed(matters, query) };
}

function isNamed(matters: readonly Weighed[], query: Query): boolean {
  const [best] = matters;
  const said = query.units.filter(({ isRequest }) => !isRequest).map(({ place }) => place);
  if (best === undefined || said.length === 0 || !best.isCalled) return false;
  const called = matters.filter(
    ({ matter, isCalled, shared }) =>
      matter.startsWith('sheet/') && isCalled && said.every((place) => shared.has(place)),
  );
  return called.length === 1 && called[0] === best;
}

function doubt(matters: readonly Weighed[], unclear: number, text: string, query: Query): number {
  const best = matters[0];
  const rest = 1 - (best?.share ?? 0);
  const said = query.units.filter(({ isRequest }) => !isRequest).length;
  const sum =
    DOUBT.always +
    DOUBT.rest * Math.log(rest + LEAST) +
    DOUBT.unclear * Math.log(unclear + LEAST) +
    DOUBT.matter * Math.log(1 + said) +
    DOUBT.words * Math.log(1 + wordsIn(text).length) +
    (best?.isCalled ? DOUBT.called : 0);
  return 1 / (1 + Math.exp(-sum));
}

const LEAST = 1e-4;

function strangeness({ units }: Query, { index, requests }: Engine): number {
  const said = units.filter(({ isRequest }) => !isRequest);
  if (said.length === 0) return 0;
  const isKnown = (root: string): boolean => index.isIndexed(root) || knowsWord(requests, root);
  const strange = said.filter(({ readings }) => !readings.some(({ stems }) => stems.some(isKnown)));
  return strange.length / said.length;
}

function wordsOf(query: Query, { index }: Engine): ReadonlyMap<Matter, Scored> {
  const sheets = rankEntries(index.sheets, query, index);
  const others = rankEntries(index.others, query, index);
  return new Map<Matter, Scored>([
    ...sheets.map((one) => [`sheet/${one.id}` as const, one] as const),
    ...others.map((one) => [`office/${one.id}` as const, one] as const),
  ]);
}

/** Matters without any example are not among them. */
function learnedShares(
  text: string,
  query: Query,
  { requests, spellings, index, recogniseLanguage }: Engine,
): ReadonlyMap<string, number> {
  const parted = partFused(text, recogniseLanguage(text) ?? 'it', index);
  const shares = sharesOf(scoresOf(requests, featuresOf(parted, spellings, hintsOf(query))));
  return new Map(requests.classes.map((name, index) => [name, Math.max(shares[index] ?? 0, 1e-9)]));
}
