/** A small reader of CSS that needs no dependency: it splits a stylesheet into rules and groups of rules. */

export type CssNode =
  | { readonly kind: 'rule'; readonly selector: string; readonly declarations: readonly string[] }
  /** `@media`, `@supports`: a condition round other nodes. */
  | { readonly kind: 'group'; readonly condition: string; readonly nodes: readonly CssNode[] }
  /** `@keyframes`, `@font-face`, `@page`: kept or dropped as a whole. */
  | { readonly kind: 'block'; readonly name: string; readonly body: string };

/** The nodes of a stylesheet, in order; comments and statements without a body (`@charset`) are left out. */
export function parseCss(css: string): CssNode[] {
  const text = css.replace(/^\uFEFF/, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const nodes: CssNode[] = [];
  let position = 0;
  while (position < text.length) {
    const open = findOutside(text, '{;', position);
    if (open < 0) break;
    const prelude = text.slice(position, open).trim();
    if (text[open] === ';') {
      position = open + 1;
      continue;
    }
    const close = matchingBrace(text, open);
    nodes.push(node(prelude, text.slice(open + 1, close)));
    position = close + 1;
  }
  return nodes;
}

function node(prelude: string, body: string): CssNode {
  if (/^@(?:media|supports)\b/.test(prelude)) {
    return { kind: 'group', condition: prelude, nodes: parseCss(body) };
  }
  if (prelude.startsWith('@')) return { kind: 'block', name: prelude, body };
  return { kind: 'rule', selector: prelude, declarations: splitOutside(body, ';') };
}

/** Splits at a separator that is in no string and in no bracket; parts are trimmed, empty ones dropped. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (;;) {
    const end = findOutside(text, separator, start);
    parts.push(text.slice(start, end < 0 ? undefined : end).trim());
    if (end < 0) break;
    start = end + 1;
  }
  return parts.filter((part) => part !== '');
}

/** The next place of one of `wanted`, in no string and in no round or square bracket; -1 when there is none. */
function findOutside(text: string, wanted: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '"' || character === "'") index = endOfString(text, index);
    else if (depth === 0 && wanted.includes(character)) return index;
    else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
  }
  return -1;
}

function endOfString(text: string, open: number): number {
  const quote = text.charAt(open);
  let index = open + 1;
  while (index < text.length && text.charAt(index) !== quote) index += text.charAt(index) === '\\' ? 2 : 1;
  return index;
}

function matchingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") index = endOfString(text, index);
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  throw new Error(`A brace opened at character ${open} is never closed`);
}
