import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trimCss } from '../../scripts/trim-css/trim.ts';
import { buildStylesheet } from '../../scripts/trim-css.ts';

const CHECKED_IN = readFileSync(
  join(import.meta.dirname, '../../public/assets/segretariato.min.css'),
  'utf8',
);

test('the checked-in stylesheet is the one its sources give (else: node scripts/trim-css.ts)', () => {
  expect(CHECKED_IN === buildStylesheet()).toBe(true);
});

test('the stylesheet is small, and asks nothing of another host', () => {
  expect(Buffer.byteLength(CHECKED_IN)).toBeLessThanOrEqual(60_000);
  expect(
    [...CHECKED_IN.matchAll(/url\(\s*["']?([^"')]+)/g)]
      .map(([, url = '']) => url)
      .filter((url) => !/^(?:\/assets\/|data:image)/.test(url)),
  ).toEqual([]);
});

test('only the rules of used classes and elements are kept', () => {
  const kit = `@charset "utf-8"; :root{--a: 1px; --b: 2px} .btn,.card{margin:var(--a)} .btn:not(.card):hover{color:red}
    .unused .btn{color:blue} table{border:0} @media(min-width: 5px){.card{top:0} .btn{top:1px}} #id .btn{left:0}
    @font-face{font-family:x} @keyframes used{to{top:0}} @keyframes unused{to{top:0}} .btn::before{content:"},{";animation:used 1s}`;
  const trimmed = trimCss(kit, '.own{top:2px}', { classes: new Set(['btn']), elements: new Set(['body']) });
  expect(trimmed.replaceAll('\n', '')).toBe(
    ':root{--a:1px}.btn{margin:var(--a)}.btn:not(.card):hover{color:red}@media(min-width: 5px){.btn{top:1px}}' +
      '@keyframes used{to{top:0}}.btn::before{content:"},{";animation:used 1s}.own{top:2px}',
  );
});
