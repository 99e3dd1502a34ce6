import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineAt, ROOT, read, repositoryFiles } from './files.ts';
import { anchorsOf, linksOf } from './markdown.ts';

const files = repositoryFiles();
const documents = files.filter((file) => file.endsWith('.md'));

describe('documents', () => {
  test('every relative link leads to a file, every anchor to a heading', () => {
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  test('a broken link is recognised, code is not', () => {
    const text =
      '# A b, c!\n[x](other.md)\n![y](images/none.svg)\n[z](#a-b-c) [w](#none)\n`[q](no)`\n```\n[k](no)\n```\n';
    expect(linksOf(text)).toEqual([
      { line: 2, target: 'other.md' },
      { line: 3, target: 'images/none.svg' },
      { line: 4, target: '#a-b-c' },
      { line: 4, target: '#none' },
    ]);
    expect(anchorsOf(text)).toEqual(new Set(['a-b-c']));
  });

  test('the repository has its own parts', () => {
    const parts = [
      'README.md',
      'LICENSE',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'publiccode.yml',
      '.env.example',
    ];
    expect(parts.filter((part) => !files.includes(part))).toEqual([]);
  });

  test('commands named in the documents exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const unknown = documents.flatMap((file) => {
      const text = read(file);
      return [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)]
        .filter((match) => scripts[match[1] ?? ''] === undefined)
        .map((match) => `${file}:${lineAt(text, match.index)}: npm run ${match[1]}`);
    });
    expect(unknown).toEqual([]);
  });

  test('the changelog has a place for what is not released yet', () => {
    expect(read('CHANGELOG.md')).toMatch(/^## \[Unreleased\]$/m);
  });

  test('decisions are numbered without gaps and listed', () => {
    const decisions = files.filter((file) => /^docs\/decisions\/\d{4}-.+\.md$/.test(file));
    const list = read('docs/decisions/README.md');
    expect(decisions.map((file) => Number(posix.basename(file).slice(0, 4)))).toEqual(
      decisions.map((_, index) => index + 1),
    );
    expect(decisions.filter((file) => !list.includes(`(${posix.basename(file)})`))).toEqual([]);
    expect(decisions.filter((file) => read(file).split('\n').length > 41)).toEqual([]);
  });
});

function brokenLinks(file: string): string[] {
  const text = read(file);
  return linksOf(text).flatMap(({ line, target }) => {
    if (/^([a-z]+:|\/\/)/i.test(target)) return [];
    const [path = '', anchor] = decodeURI(target).split('#');
    const linked = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
    if (linked.startsWith('..') || !existsSync(join(ROOT, linked)))
      return [`${file}:${line}: ${target}: no such file`];
    if (anchor === undefined || !linked.endsWith('.md') || anchorsOf(read(linked)).has(anchor)) return [];
    return [`${file}:${line}: ${target}: no such heading`];
  });
}
