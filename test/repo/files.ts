/** The repository as files, for the tests of this folder: what a clone contains, nothing that is made or installed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

const NOT_OURS = new Set(['node_modules', '.git', 'data', 'coverage', 'generated']);

/** Paths relative to the root, with `/`, sorted. `.env` is the operator's own. */
export function repositoryFiles(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && entry.name !== '.env' && entry.name !== '.setup.lock')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return repositoryFiles(path);
      return entry.isFile() ? [relative(ROOT, path).split(sep).join('/')] : [];
    })
    .sort();
}

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The number, from 1, of the line that holds a character. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
