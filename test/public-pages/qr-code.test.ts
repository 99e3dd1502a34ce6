import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode } from '../../src/public-pages/qr-code.ts';

const ADDRESS = 'https://segretariato.example/chat';

/** The modules as they are drawn: true is dark. */
function modulesOf(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return rows;
}

test('four empty modules are round it, and it says that a quarter may be spoilt', async () => {
  const modules = modulesOf(qrCode(ADDRESS));
  const isDark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  const last = modules.length - 1;
  const dark = modules.flatMap((row, y) => row.flatMap((module, x) => (module ? [[x, y]] : []))).flat();
  expect([Math.min(...dark), Math.max(...dark)]).toEqual([4, last - 4]);
  for (const [x, y] of [
    [4, 4],
    [last - 10, 4],
    [4, last - 10],
  ] as const) {
    expect([isDark(x, y), isDark(x + 1, y + 1), isDark(x + 3, y + 3)]).toEqual([true, false, true]);
  }
  // The two bits of the level, under the mask of the standard: light and dark is Q.
  expect([isDark(4, 12), isDark(5, 12)]).toEqual([false, true]);
});

/** When this changes, read the new code with a decoder (`zbarimg`) before taking it over. */
test('it is the very code that a decoder has read', async () => {
  const drawn = modulesOf(qrCode(ADDRESS)).map((row) => row.map(Number).join(''));
  expect(createHash('sha256').update(drawn.join('\n')).digest('hex')).toBe(
    '0b0233d5e26b16d239ca8e4ae5ecc3fd0f7331dd0c3d630696e7910900e6a740',
  );
});
