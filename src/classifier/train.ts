/**
 * Learns a linear model from examples: multinomial logistic regression by stochastic gradient with a step of its own
 * for each feature (AdaGrad). The same examples always give the same model. Pure; seconds of work for ten thousand
 * texts, so it is done once and kept.
 */
import { BUCKETS, type Features } from './features.ts';
import { type Model, type Vector, vectorOf } from './model.ts';

export interface Example {
  readonly features: Features;
  /** Places in the list of classes; several share the example in equal parts: its words do not choose among them. */
  readonly classes: readonly number[];
  /** How much it counts beside the others; 1 is usual. */
  readonly weight: number;
}

export interface TrainOptions {
  readonly rounds: number;
  readonly step: number;
  /** Pulls the weights to nothing: more for few or repetitive examples. */
  readonly decay: number;
  /** A feature of fewer examples is left out. */
  readonly least: number;
}

export const USUAL: TrainOptions = { rounds: 6, step: 0.5, decay: 1e-6, least: 2 };

/** Beneath this a class's share is too small to move anything. */
const NEGLIGIBLE = 2e-3;
const BIAS_STEP = 0.02;

/** @param classes their names, each once */
export function train(
  classes: readonly string[],
  examples: readonly Example[],
  options: TrainOptions = USUAL,
): Model {
  const { rows, rarity } = rowsOf(examples, options.least);
  const count = classes.length;
  const weights = new Float32Array(rarity.length * count);
  const squares = new Float32Array(rarity.length * count).fill(1e-2);
  const biases = new Float32Array(count);
  const vectors = examples.map(({ features }) => vectorOf(features, rows, rarity));
  const state: State = {
    weights,
    squares,
    biases,
    shares: new Float32Array(count),
    moved: new Uint32Array(count),
    gradients: new Float32Array(count),
  };
  // The mean of the weights after the later rounds: it depends less on the order in which the examples come.
  const mean = new Float32Array(weights.length);
  const firstKept = Math.floor(options.rounds / 2);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const place of shuffled(examples.length, round)) {
      const example = examples[place] as Example;
      learn(vectors[place] as Vector, example, state, options);
    }
    if (round >= firstKept) addTo(mean, weights, 1 / (options.rounds - firstKept));
  }
  return { classes, rows, rarity, biases, ...rounded(mean, count) };
}

function addTo(sum: Float32Array, weights: Float32Array, share: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + share * (weights[at] as number);
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly biases: Float32Array;
  /** Room for the example at hand: the shares of all classes, the classes that move and their gradients. */
  readonly shares: Float32Array;
  readonly moved: Uint32Array;
  readonly gradients: Float32Array;
}

function learn(vector: Vector, example: Example, state: State, options: TrainOptions): void {
  const { weights, squares, biases, shares } = state;
  const count = shares.length;
  shares.set(biases);
  for (let index = 0; index < vector.rows.length; index += 1) {
    const start = (vector.rows[index] as number) * count;
    const value = vector.values[index] as number;
    for (let one = 0; one < count; one += 1) {
      shares[one] = (shares[one] as number) + value * (weights[start + one] as number);
    }
  }
  intoShares(shares);
  const part = 1 / example.classes.length;
  let moving = 0;
  for (let one = 0; one < count; one += 1) {
    const wanted = example.classes.includes(one) ? part : 0;
    const gradient = ((shares[one] as number) - wanted) * example.weight;
    if (Math.abs(gradient) < NEGLIGIBLE) continue;
    biases[one] = (biases[one] as number) - BIAS_STEP * gradient;
    state.moved[moving] = one;
    state.gradients[moving] = gradient;
    moving += 1;
  }
  for (let index = 0; index < vector.rows.length; index += 1) {
    const start = (vector.rows[index] as number) * count;
    const value = vector.values[index] as number;
    for (let place = 0; place < moving; place += 1) {
      const at = start + (state.moved[place] as number);
      const weight = weights[at] as number;
      const slope = (state.gradients[place] as number) * value + options.decay * weight;
      const square = (squares[at] as number) + slope * slope;
      squares[at] = square;
      weights[at] = weight - (options.step * slope) / Math.sqrt(square);
    }
  }
}

function intoShares(scores: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let one = 0; one < scores.length; one += 1) {
    const power = Math.exp((scores[one] as number) - most);
    scores[one] = power;
    sum += power;
  }
  for (let one = 0; one < scores.length; one += 1) scores[one] = (scores[one] as number) / sum;
}

function rowsOf(examples: readonly Example[], least: number): { rows: Uint32Array; rarity: Float32Array } {
  const counts = new Uint32Array(BUCKETS);
  for (const { features } of examples) {
    for (const bucket of features.buckets) counts[bucket] = (counts[bucket] as number) + 1;
  }
  const rows = new Uint32Array(BUCKETS);
  const rarity: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const count = counts[bucket] as number;
    if (count < least) continue;
    rarity.push(Math.log(1 + examples.length / count));
    rows[bucket] = rarity.length;
  }
  return { rows, rarity: Float32Array.from(rarity) };
}

/** Weights to whole numbers of one byte: a class's largest weight is 127 steps. */
function rounded(weights: Float32Array, count: number): { weights: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(count);
  for (let at = 0; at < weights.length; at += 1) {
    const one = at % count;
    scales[one] = Math.max(scales[one] as number, Math.abs(weights[at] as number) / 127);
  }
  const whole = Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % count] || 1)));
  return { weights: whole, scales };
}

/** The places 0 to n-1 in an order that looks random and is always the same for a round (Mulberry32). */
function shuffled(length: number, round: number): Uint32Array {
  const places = Uint32Array.from({ length }, (_, place) => place);
  let seed = (round + 1) * 0x9e3779b9;
  const random = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let value = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  for (let place = length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    const kept = places[place] as number;
    places[place] = places[other] as number;
    places[other] = kept;
  }
  return places;
}
