import { expect, test } from 'vitest';
import { Batcher } from '../../src/lib/batcher.ts';

test('what arrives together goes together, in order, and each caller gets its own result', async () => {
  const flushes: number[][] = [];
  const batcher = new Batcher<number, number>(async (items) => {
    flushes.push([...items]);
    return items.map((item) => item * 2);
  }, 3);
  const results = await Promise.all([1, 2, 3, 4].map((item) => batcher.add(item)));
  expect(results).toEqual([2, 4, 6, 8]);
  expect(flushes).toEqual([[1, 2, 3], [4]]);
});

test('a failed flush fails its own callers only', async () => {
  let calls = 0;
  const batcher = new Batcher<string, string>(async (items) => {
    calls += 1;
    if (items.includes('bad')) throw new Error('no');
    return items;
  }, 1);
  const outcomes = await Promise.allSettled(['bad', 'good'].map((item) => batcher.add(item)));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(calls).toBe(2);
});

test('idle waits for everything that was added', async () => {
  const done: number[] = [];
  const batcher = new Batcher<number, void>(async (items) => {
    done.push(...items);
    return items.map(() => undefined);
  }, 1);
  void batcher.add(1);
  void batcher.add(2);
  await batcher.idle();
  expect(done).toEqual([1, 2]);
});
