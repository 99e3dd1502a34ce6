/**
 * A linear model: for each class a weight by feature. It is kept as whole numbers of one byte with a scale a class, so
 * that tens of thousands of features by a hundred classes stay within a few megabytes. Pure.
 */
import { BUCKETS, bucketOf, type Features } from './features.ts';

export interface Model {
  readonly classes: readonly string[];
  /** Row of each bucket, plus one; 0 for a bucket that the examples did not have. */
  readonly rows: Uint32Array;
  /** By row: how rare the feature is (inverse document frequency). */
  readonly rarity: Float32Array;
  /** Row by row, one byte a class. */
  readonly weights: Int8Array;
  /** By class: what one step of its weights is worth. */
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

/** A text in the eyes of a model: rows of length one taken together. */
export interface Vector {
  readonly rows: Uint32Array;
  readonly values: Float32Array;
}

/** Weighs features by rarity and scales them to length one; unknown ones are left out. */
export function vectorOf(features: Features, rowOf: Uint32Array, rarity: Float32Array): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (let index = 0; index < features.buckets.length; index += 1) {
    const row = (rowOf[features.buckets[index] as number] as number) - 1;
    const weight = features.weights[index] as number;
    if (row < 0) continue;
    const value = weight * (rarity[row] as number);
    rows.push(row);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square);
  return {
    rows: Uint32Array.from(rows),
    values: Float32Array.from(values, (value) => value / length),
  };
}

/** Whether some of the examples had a word with this stem. */
export function knowsWord(model: Model, root: string): boolean {
  return model.rows[bucketOf(root)] !== 0;
}

/** How much the model is for each class, in the order of its classes: natural logarithms, up to a constant. */
export function scoresOf(model: Model, features: Features): Float32Array {
  const { rows, values } = vectorOf(features, model.rows, model.rarity);
  const count = model.classes.length;
  const sums = new Float32Array(count);
  for (let index = 0; index < rows.length; index += 1) {
    const start = (rows[index] as number) * count;
    const value = values[index] as number;
    for (let one = 0; one < count; one += 1) {
      sums[one] = (sums[one] as number) + value * (model.weights[start + one] as number);
    }
  }
  return sums.map((sum, one) => sum * (model.scales[one] as number) + (model.biases[one] as number));
}

/** Scores as shares that add up to one. */
export function sharesOf(scores: Float32Array): Float32Array {
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const MAGIC = 'SGRMODEL';

/** The model as one piece of bytes, with its key: {@link decodeModel} gives it back. */
export function encodeModel(model: Model, key: string): Uint8Array {
  const buckets: number[] = [];
  const order: number[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const row = model.rows[bucket] as number;
    if (row === 0) continue;
    buckets.push(bucket);
    order.push(row);
  }
  const header = Buffer.from(JSON.stringify({ key, classes: model.classes, features: buckets.length }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  return Buffer.concat([
    Buffer.from(MAGIC),
    size,
    header,
    bytesOf(Uint32Array.from(buckets)),
    bytesOf(Uint32Array.from(order)),
    bytesOf(model.rarity),
    bytesOf(model.scales),
    bytesOf(model.biases),
    bytesOf(model.weights),
  ]);
}

/** Null when the bytes are not a whole model with this key. */
export function decodeModel(bytes: Uint8Array, key: string): Model | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = MAGIC.length + 4;
  if (buffer.length < start || buffer.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const end = start + buffer.readUInt32LE(MAGIC.length);
  if (buffer.length < end) return null;
  const header = headerOf(buffer.toString('utf8', start, end));
  if (header === null || header.key !== key) return null;
  const { classes, features } = header;
  if (buffer.length !== end + 12 * features + 8 * classes.length + features * classes.length) return null;
  let place = end;
  const take = (length: number): ArrayBuffer => {
    const part = new Uint8Array(buffer.subarray(place, place + length)).buffer;
    place += length;
    return part;
  };
  const buckets = new Uint32Array(take(4 * features));
  const order = new Uint32Array(take(4 * features));
  const rows = new Uint32Array(BUCKETS);
  for (let index = 0; index < features; index += 1) rows[buckets[index] as number] = order[index] as number;
  return {
    classes,
    rows,
    rarity: new Float32Array(take(4 * features)),
    scales: new Float32Array(take(4 * classes.length)),
    biases: new Float32Array(take(4 * classes.length)),
    weights: new Int8Array(take(features * classes.length)),
  };
}

interface Header {
  readonly key: string;
  readonly classes: readonly string[];
  readonly features: number;
}

function headerOf(text: string): Header | null {
  try {
    const value: unknown = JSON.parse(text);
    return isHeader(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null) return false;
  const { key, classes, features } = value as Partial<Record<keyof Header, unknown>>;
  return typeof key === 'string' && Array.isArray(classes) && Number.isInteger(features);
}

function bytesOf(array: Uint32Array | Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
