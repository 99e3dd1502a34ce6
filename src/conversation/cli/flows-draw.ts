/** `npm run flows:draw [-- FILE]`: a Mermaid picture of each flow, to the screen or to a file (docs/flows.md). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawFlows } from '../draw.ts';
import { faultLine } from '../flow/fault.ts';
import { loadFlows } from '../flow/load.ts';
import { sheetSlugs } from './sheet-slugs.ts';

const root = join(import.meta.dirname, '../../..');
const target = process.argv[2];

const read = await loadFlows(join(root, 'flows'), await sheetSlugs(root));
if (read.ok) {
  const picture = drawFlows(read.flows, read.phrases);
  if (target === undefined) console.log(picture);
  else await writeFile(target, picture);
} else {
  for (const fault of read.faults) console.error(faultLine(fault));
  process.exitCode = 1;
}
