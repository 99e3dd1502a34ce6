/** A model is learnt once for its material, kept, and read again; what cannot be read is learnt again. */
import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareModel, type Study } from '../../src/classifier/prepare.ts';
import { temporaryFolder } from '../support/folder.ts';
import { bestOf, wholeOf } from './reading.ts';
import { SAID } from './small-lesson.ts';
import type { SmallMaterial } from './small-worker.ts';

const WORKER = new URL('./small-worker.ts', import.meta.url);
/** A kept file begins with the SHA-256 of the rest. */
const CHECKSUM = 32;
const DAY_MS = 24 * 3600 * 1000;

function setUp() {
  const folder = temporaryFolder();
  const models = join(folder, 'kept', 'models');
  const marks = join(folder, 'marks');
  const study = (more: Partial<SmallMaterial> = {}, name = 'small'): Study => {
    const material: SmallMaterial = { said: SAID, marks, ...more };
    return { name, material, worker: WORKER };
  };
  return {
    models,
    study,
    prepare: (more: Partial<SmallMaterial> = {}) => prepareModel(models, study(more)),
    /** How many times something was learnt. */
    learnt: () => (existsSync(marks) ? readFileSync(marks, 'utf8').length : 0),
    files: () => (existsSync(models) ? readdirSync(models).sort() : []),
    /** The path of the only model that is kept. */
    kept: () => {
      const [file, ...others] = readdirSync(models);
      if (file === undefined || others.length > 0) throw new Error('There is not one model.');
      return join(models, file);
    },
  };
}

test('a model is learnt once, kept, and read again as it was', async () => {
  const { prepare, learnt, files } = setUp();
  const first = await prepare();
  expect(first.notKept).toBeNull();
  expect(bestOf(first.model, 'mi serve una casa')).toBe('casa');
  expect(files()).toEqual([expect.stringMatching(/^small-[0-9a-f]{20}\.model$/)]);
  const again = await prepare();
  expect(learnt()).toBe(1);
  expect(again.notKept).toBeNull();
  expect(wholeOf(again.model)).toBe(wholeOf(first.model));
});

test('learnt elsewhere of the same material it is kept as the same bytes', async () => {
  const { models, study, kept } = setUp();
  const other = join(temporaryFolder(), 'models');
  await prepareModel(models, study());
  await prepareModel(other, study());
  const [file = ''] = readdirSync(other);
  expect(readFileSync(join(other, file)).equals(readFileSync(kept()))).toBe(true);
});

test('changed material is learnt again, and the old material still finds its model', async () => {
  const { prepare, learnt, files } = setUp();
  const before = await prepare();
  const said = { ...SAID, lavoro: [...(SAID.lavoro ?? []), 'faccio il muratore in nero'] };
  const after = await prepare({ said });
  expect(learnt()).toBe(2);
  expect(wholeOf(after.model)).not.toBe(wholeOf(before.model));
  expect(bestOf(after.model, 'il muratore')).toBe('lavoro');
  expect(files()).toHaveLength(2);
  expect(wholeOf((await prepare()).model)).toBe(wholeOf(before.model));
  expect(learnt()).toBe(2);
});

test('the same material under another name is another model', async () => {
  const { models, study, learnt, files } = setUp();
  await prepareModel(models, study());
  await prepareModel(models, study({}, 'other'));
  expect(learnt()).toBe(2);
  expect(files().map((file) => file.split('-')[0])).toEqual(['other', 'small']);
});

describe('a damaged kept file is learnt again and put right', () => {
  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut in the middle', (whole: Buffer) => whole.subarray(0, whole.length >> 1)],
    ['cut by one byte', (whole: Buffer) => whole.subarray(0, -1)],
    ['too long by one byte', (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])],
    ['something else', () => Buffer.from('<html>non trovato</html>'.repeat(100))],
    ['zeros of the same length', (whole: Buffer) => Buffer.alloc(whole.length)],
    ['another beginning', (whole: Buffer) => changed(whole, 0)],
    ['another key', (whole: Buffer) => changed(whole, whole.indexOf('"key":"') + 7)],
    ['a header that is no JSON', (whole: Buffer) => changed(whole, whole.indexOf('{'))],
    ['one byte changed among its features', (whole: Buffer) => changed(whole, partsOf(whole).buckets + 1)],
    ['one byte changed among its rows', (whole: Buffer) => changed(whole, partsOf(whole).rows + 3)],
    ['one byte changed in a number', (whole: Buffer) => changed(whole, partsOf(whole).rarity + 3)],
    ['zeros in its second half', (whole: Buffer) => Buffer.from(whole).fill(0, whole.length >> 1)],
  ])('%s', async (_what, damage) => {
    const { prepare, learnt, kept } = setUp();
    const before = await prepare();
    const whole = readFileSync(kept());
    writeFileSync(kept(), damage(whole));
    const after = await prepare();
    expect(learnt()).toBe(2);
    expect(wholeOf(after.model)).toBe(wholeOf(before.model));
    expect(readFileSync(kept()).equals(whole)).toBe(true);
    await prepare();
    expect(learnt()).toBe(2);
  });

  function changed(whole: Buffer, place: number): Buffer {
    const other = Buffer.from(whole);
    other[place] = (other[place] ?? 0) ^ 0xff;
    return other;
  }

  /** Where the parts of a kept model begin: see `encodeModel`. */
  function partsOf(whole: Buffer): { buckets: number; rows: number; rarity: number } {
    const start = CHECKSUM + 12;
    const buckets = start + whole.readUInt32LE(start - 4);
    const { features } = JSON.parse(whole.toString('utf8', start, buckets)) as { features: number };
    return { buckets, rows: buckets + 4 * features, rarity: buckets + 8 * features };
  }
});

test('two that begin at once both get the model, and leave nothing half written', async () => {
  const { prepare, files } = setUp();
  const [one, other] = await Promise.all([prepare(), prepare()]);
  expect(wholeOf(one.model)).toBe(wholeOf(other.model));
  expect([one.notKept, other.notKept]).toEqual([null, null]);
  expect(files()).toEqual([expect.stringMatching(/^small-[0-9a-f]{20}\.model$/)]);
});

test('models of its name that nobody used for a week go; those of others stay', async () => {
  const { models, study, prepare, files } = setUp();
  await prepare();
  await prepareModel(models, study({}, 'other'));
  const old = new Date(Date.now() - 8 * DAY_MS);
  for (const file of files()) utimesSync(join(models, file), old, old);
  await prepare({ said: { casa: ['una casa'], lavoro: ['un lavoro'] } });
  const kept = files().map((file) => file.split('-')[0]);
  expect(kept).toEqual(['other', 'small']);
});

test('a model that cannot be kept is given all the same, with the reason', async () => {
  const { study } = setUp();
  const place = temporaryFolder();
  const folder = join(place, 'models');
  symlinkSync(join(place, 'not', 'there'), folder);
  const { model, notKept } = await prepareModel(folder, study());
  expect(bestOf(model, 'mi serve una casa')).toBe('casa');
  expect(notKept).toMatch(/ENOENT/);
});

test('a learning that fails is an error, and nothing is kept', async () => {
  const { prepare, files } = setUp();
  await expect(prepare({ broken: true })).rejects.toThrow('The material is broken.');
  expect(files()).toEqual([]);
});
