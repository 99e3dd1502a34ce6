/**
 * Crisis recognition: likeness to cries for help that people could write, which knows situations told without any of the
 * usual words, and the rules, which know words and say why. They decide together: a rule alone may be wrong about an
 * idiom, likeness alone about a scene nobody imagined. Pure and deterministic.
 */
import { type Features, featuresOf, type Spellings } from '../classifier/features.ts';
import { type Model, scoresOf, sharesOf } from '../classifier/model.ts';
import { rememberRecent } from '../lib/recent.ts';
import { findByRules, plainText } from './by-rules.ts';
import { CRISIS_KINDS, type CrisisFinding, type CrisisKind, type Urgency } from './crisis.ts';
import { cueHints } from './hints.ts';
import { windowsOf } from './windows.ts';

export interface CrisisRecogniser {
  /** A danger to be answered before anything else, or null. */
  recognise(text: string): CrisisFinding | null;
  /**
   * The danger that a text may be about, too unlikely to be answered first and too likely to say nothing: the ordinary
   * answer ends with where to call. Null: no such doubt, or a danger that {@link recognise} finds.
   */
  suspect(text: string): CrisisKind | null;
}

/** What likeness rests on: see `cries.ts`. */
export interface CryModels {
  /** Cry or calm. */
  readonly danger: Model;
  /** Which kind, how pressing. */
  readonly kinds: Model;
}

/**
 * How much a rule moves the odds of danger (natural logarithm), the more the fewer words stand around it that could
 * make it something else; how much less a sentence by itself counts; from which odds there is an alarm, and from which a
 * doubt. Tried by `npm run bench -- cries`, chosen looking at the evaluation sets: see the README.
 */
export const WEIGHTS = {
  rule: 1,
  gravestRule: 2,
  ruleAlone: 0.8,
  fewWords: 8,
  byItself: 3,
  least: 0.2,
  doubt: -0.5,
} as const;

/** Of these none may be missed: a rule that sees one counts more. */
const GRAVEST: readonly CrisisKind[] = ['suicide', 'violence', 'child'];

/** @param spellings chat spellings, normalised: what is written, what is meant */
export function createCrisisRecogniser(
  models: CryModels,
  spellings: Readonly<Record<string, string>>,
): CrisisRecogniser {
  const written = new Map(Object.entries(spellings));
  const read = rememberRecent((text) => {
    const rule = findByRules(text);
    return { rule, danger: dangerOf(text, rule, models.danger, written) };
  });
  return {
    recognise: (text) => {
      const { rule, danger } = read(text);
      if (danger.odds < WEIGHTS.least) return null;
      const { kind, urgency } = kindOf(danger.piece, models.kinds, written);
      if (rule !== null) return urgency === 'now' ? { ...rule, urgency } : rule;
      return {
        kind,
        urgency,
        by: 'likeness',
        language: null,
        pattern: `like.${kind}`,
        why: 'it is like cries for help of this kind',
      };
    },
    suspect: (text) => {
      const { rule, danger } = read(text);
      if (danger.odds < WEIGHTS.doubt || danger.odds >= WEIGHTS.least) return null;
      return rule?.kind ?? kindOf(danger.piece, models.kinds, written).kind;
    },
  };
}

/**
 * Likeness and rules together. A sentence in which a rule sees a danger is also judged by itself, more strictly: what
 * stands around may explain it, but must not hide it.
 */
export function dangerOf(
  text: string,
  rule: CrisisFinding | null,
  danger: Model,
  spellings: Spellings,
): Likeness {
  const likeness = likenessOf(text, danger, spellings);
  if (rule === null) return likeness;
  const ruled = windowsOf(text).pieces.flatMap((piece) => {
    const own = findByRules(piece);
    if (own === null) return [];
    return { piece, odds: oddsOf(piece, danger, spellings) + bonusOf(piece, own.kind) - WEIGHTS.byItself };
  });
  const whole = { ...likeness, odds: likeness.odds + bonusOf(text, rule.kind) };
  return ruled.reduce((most, one) => (one.odds > most.odds ? one : most), whole);
}

function bonusOf(text: string, kind: CrisisKind): number {
  const words = plainText(text).split(' ').length;
  const rule = GRAVEST.includes(kind) ? WEIGHTS.gravestRule : WEIGHTS.rule;
  return rule + WEIGHTS.ruleAlone * Math.max(0, WEIGHTS.fewWords - words);
}

export interface Likeness {
  /** Natural logarithm of the odds that it is a cry for help. */
  readonly odds: number;
  /** The piece of the message that speaks most for it. */
  readonly piece: string;
}

/** Beyond so many pieces a text is no message of a person any more; the rules still read all of it. */
const MOST_PIECES = 200;

/** A message of usual length is judged as a whole; a longer one half by its most alarming piece, half by all of them. */
export function likenessOf(text: string, danger: Model, spellings: Spellings): Likeness {
  const { whole, pieces } = windowsOf(text);
  if (whole !== null) return { odds: oddsOf(whole, danger, spellings), piece: whole };
  const weighed = pieces
    .slice(0, MOST_PIECES)
    .map((piece) => ({ piece, odds: oddsOf(piece, danger, spellings) }));
  const most = weighed.reduce((first, one) => (one.odds > first.odds ? one : first));
  const mean = weighed.reduce((sum, { odds }) => sum + odds, 0) / weighed.length;
  return { odds: Math.max((most.odds + mean) / 2, most.odds - FURTHEST / 2), piece: most.piece };
}

/** Beyond these odds more is no surer; and it keeps an odd text from outweighing everything. */
const FURTHEST = 8;

function oddsOf(text: string, danger: Model, spellings: Spellings): number {
  const scores = scoresOf(danger, cryFeatures(text, spellings));
  const [calm = 0, cry = 0] = [scores[danger.classes.indexOf('calm')], scores[danger.classes.indexOf('cry')]];
  return Math.max(-FURTHEST, Math.min(FURTHEST, cry - calm));
}

/** What both models read of a text. */
function cryFeatures(text: string, spellings: Spellings): Features {
  return featuresOf(plainText(text), spellings, cueHints(text));
}

function kindOf(
  text: string,
  model: Model,
  spellings: Spellings,
): { readonly kind: CrisisKind; readonly urgency: Urgency } {
  const shares = sharesOf(scoresOf(model, cryFeatures(text, spellings)));
  const share = (name: string): number => shares[model.classes.indexOf(name)] ?? 0;
  const kinds = CRISIS_KINDS.map((kind) => {
    const [now, soon] = [share(`${kind}/now`), share(`${kind}/soon`)];
    return { kind, now, soon, sum: now + soon };
  });
  const best = kinds.reduce((likeliest, one) => (one.sum > likeliest.sum ? one : likeliest));
  // In doubt it presses: who is told to call now and could have waited has lost little.
  return { kind: best.kind, urgency: best.now >= best.soon / 2 ? 'now' : 'soon' };
}
