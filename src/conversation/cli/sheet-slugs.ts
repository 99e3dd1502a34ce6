/** The slugs of the sheets: the names of their files. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** @param root the folder that holds `knowledge/` */
export async function sheetSlugs(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'knowledge/sheets'));
  return names
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length));
}
