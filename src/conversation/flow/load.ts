/** The folder of the flows, read from disk: the only IO of the conversation. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type FlowFiles, type ReadFlows, readFlows } from './read.ts';
import type { SourceFile } from './source.ts';

const WORDS = 'words.yaml';

/**
 * Reads `folder` and its `phrases`.
 * @param sheets the slugs of the sheets that exist
 * @throws when the folder or `words.yaml` cannot be read; faults in the files are in the result
 */
export async function loadFlows(folder: string, sheets: readonly string[]): Promise<ReadFlows> {
  return readFlows(await readFlowFiles(folder), sheets);
}

export async function readFlowFiles(folder: string): Promise<FlowFiles> {
  const shown = basename(folder);
  const flows = await readYaml(folder, shown);
  const words = flows.find(({ file }) => file.endsWith(`/${WORDS}`));
  if (words === undefined) throw new Error(`${WORDS} is missing in ${folder}`);
  return {
    flows: flows.filter((file) => file !== words),
    words,
    phrases: await readYaml(join(folder, 'phrases'), `${shown}/phrases`),
  };
}

async function readYaml(folder: string, shown: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({
      file: `${shown}/${name}`,
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
