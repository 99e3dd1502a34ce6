/**
 * A model: taken from where it was kept, or learnt now and kept. The file is named by what it is learnt from, so other
 * material, or another way of learning, never meets an old model. The only file here that touches disk.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isCode } from '../lib/error-code.ts';
import { FEATURES_VERSION } from './features.ts';
import { decodeModel, type Model } from './model.ts';

/** To be changed with `train.ts` or with what makes a lesson of the material: models learnt before are learnt anew. */
const TRAINING_VERSION = 13;
/** Models not used for this long are taken away. */
const KEPT_MS = 7 * 24 * 3600 * 1000;

export interface Prepared {
  readonly model: Model;
  /** Why the model could not be kept for the next start; null when it is. */
  readonly notKept: string | null;
}

/** What a model is learnt from: data that can be sent to another thread, and the code that learns there. */
export interface Study {
  /** What the model is for: the beginning of its file's name. */
  readonly name: string;
  readonly material: unknown;
  /** A file that calls `studyApart`. */
  readonly worker: URL;
}

/** @param folder where models are kept; made when absent */
export async function prepareModel(folder: string, study: Study): Promise<Prepared> {
  const key = keyOf(study);
  const file = join(folder, `${study.name}-${key.slice(0, 20)}.model`);
  const kept = await readKept(file, key);
  if (kept !== null) return { model: kept, notKept: null };
  const bytes = await learnApart(study, key);
  const model = decodeModel(bytes, key);
  if (model === null) throw new Error(`The model "${study.name}" just learnt cannot be read back.`);
  return { model, notKept: await keep(folder, study.name, file, bytes) };
}

function keyOf({ name, material }: Study): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([FEATURES_VERSION, TRAINING_VERSION, name, material], withoutPlace));
  return hash.digest('hex');
}

/** In which file and line a text stands changes nothing of what is learnt from it. */
function withoutPlace(key: string, value: unknown): unknown {
  return key === 'file' || key === 'line' ? undefined : value;
}

/** Null when there is none, or none that can be read: it is learnt again, and what cannot be kept is said then. */
async function readKept(file: string, key: string): Promise<Model | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
  const sum = bytes.subarray(0, SUM_BYTES);
  const body = bytes.subarray(SUM_BYTES);
  return sumOf(body).equals(sum) ? decodeModel(body, key) : null;
}

/** A disk that loses a byte must not change what a message is taken for. */
function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const SUM_BYTES = 32;

function learnApart({ material, worker: url }: Study, key: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: { material, key } });
    worker.once('message', (bytes: Uint8Array) => resolve(bytes));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`Learning ended with code ${code} and gave nothing.`)));
  });
}

/** Several processes may keep the same model at once: each writes a file of its own and puts it in place whole. */
async function keep(folder: string, name: string, file: string, bytes: Uint8Array): Promise<string | null> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, Buffer.concat([sumOf(bytes), bytes]));
    await rename(draft, file);
    await clearOld(folder, name, file);
    return null;
  } catch (error) {
    await rm(draft, { force: true });
    return error instanceof Error ? error.message : String(error);
  }
}

async function clearOld(folder: string, name: string, current: string): Promise<void> {
  for (const other of await readdir(folder)) {
    const path = join(folder, other);
    if (!other.startsWith(`${name}-`) || path === current) continue;
    const used = await lastUse(path);
    if (used !== null && Date.now() - used > KEPT_MS) await rm(path, { force: true });
  }
}

/** Milliseconds since 1970; null when another process has just put the file in its place, or taken it away. */
async function lastUse(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
