import { type CssNode, parseCss, splitOutside } from './parse.ts';

/** What the pages wear: class names and element names. */
export interface Used {
  readonly classes: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

/**
 * The rules of `kit` whose selectors only name used classes and elements, then all of `own`; without the custom
 * properties and keyframes that nothing reads, and without the kit's fonts (ours are declared in `own`).
 */
export function trimCss(kit: string, own: string, used: Used): string {
  let nodes = [...keepUsed(parseCss(kit), used), ...parseCss(own)];
  for (;;) {
    const text = print(nodes);
    const read = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name));
    nodes = dropUnread(nodes, read, text);
    const next = print(nodes);
    if (next === text) return next;
  }
}

function keepUsed(nodes: readonly CssNode[], used: Used): CssNode[] {
  const kept: CssNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'group') {
      const inner = keepUsed(node.nodes, used);
      if (inner.length > 0) kept.push({ ...node, nodes: inner });
    } else if (node.kind === 'block') {
      if (node.name.startsWith('@keyframes')) kept.push(node);
    } else {
      const selectors = splitOutside(node.selector, ',').filter((selector) => isUsed(selector, used));
      if (selectors.length > 0) kept.push({ ...node, selector: selectors.join(',') });
    }
  }
  return kept;
}

/** A selector inside `:not(…)` does not ask for its class; ids are never ours; `data-` attributes are the kit's scripts'. */
function isUsed(selector: string, used: Used): boolean {
  const asked = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, '');
  if (/\[data-/.test(asked)) return false;
  const plain = asked.replace(/\[[^\]]*\]/g, '').replace(/\([^)]*\)/g, '');
  if (plain.includes('#')) return false;
  const classes = [...plain.matchAll(/\.(-?[a-zA-Z_](?:[\w-]|\\.)*)/g)].map(([, name = '']) => name);
  const elements = plain
    .replace(/\.(?:[\w-]|\\.)+/g, ' ')
    .replace(/::?[\w-]+/g, ' ')
    .match(/[a-zA-Z][\w-]*/g);
  return (
    classes.every((name) => used.classes.has(name)) &&
    (elements ?? []).every((name) => used.elements.has(name.toLowerCase()))
  );
}

function dropUnread(nodes: readonly CssNode[], read: ReadonlySet<string>, text: string): CssNode[] {
  const kept: CssNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'group') {
      const inner = dropUnread(node.nodes, read, text);
      if (inner.length > 0) kept.push({ ...node, nodes: inner });
    } else if (node.kind === 'block') {
      const name = /^@keyframes\s+(\S+)/.exec(node.name)?.[1];
      if (name === undefined || new RegExp(`animation(?:-name)?:[^;}]*\\b${name}\\b`).test(text))
        kept.push(node);
    } else {
      const declarations = node.declarations.filter((declaration) => {
        const property = declaration.slice(0, declaration.indexOf(':')).trim();
        return !property.startsWith('--') || read.has(property);
      });
      if (declarations.length > 0) kept.push({ ...node, declarations });
    }
  }
  return kept;
}

function print(nodes: readonly CssNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'group') return `${tight(node.condition)}{${print(node.nodes)}}`;
      if (node.kind === 'block') return `${node.name}{${tight(node.body)}}\n`;
      const declarations = node.declarations.map((declaration) =>
        tight(declaration.replace(/^([\w-]+)\s*:\s*/, '$1:')),
      );
      return `${tight(node.selector)}{${declarations.join(';')}}\n`;
    })
    .join('');
}

function tight(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
