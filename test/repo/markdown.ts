/** Links and anchors of a Markdown file, as GitHub and other viewers make them. */
import { lineAt } from './files.ts';

export interface Link {
  readonly line: number;
  readonly target: string;
}

/** Code is not prose: its brackets are no links. Blanked, so that lines keep their numbers. */
function withoutCode(text: string): string {
  return text
    .replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1/gm, (block) => block.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
}

/** `[text](target)`, `![image](target)`, `[label]: target` and `src="target"`, `href="target"` in inline HTML. */
export function linksOf(text: string): Link[] {
  const patterns = [
    /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g,
    /^\s*\[[^\]]+\]:\s+(\S+)/gm,
    /\b(?:src|href|srcset)="([^"]+)"/g,
  ];
  const prose = withoutCode(text);
  return patterns.flatMap((pattern) =>
    [...prose.matchAll(pattern)].map((match) => ({
      line: lineAt(text, match.index),
      target: match[1] ?? '',
    })),
  );
}

/** The anchors of a file: one for each heading, `-1`, `-2` for those that repeat, and explicit ids. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  const prose = text.replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1/gm, '');
  for (const match of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = slugOf(match[1] ?? '');
    let name = slug;
    for (let count = 1; anchors.has(name); count += 1) name = `${slug}-${count}`;
    anchors.add(name);
  }
  for (const match of prose.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? '');
  return anchors;
}

function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
