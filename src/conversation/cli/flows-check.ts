/** `npm run flows:check`: reads the flows and phrases and names every fault; exit 1 when one of them is an error. */
import { join } from 'node:path';
import { faultLine } from '../flow/fault.ts';
import { loadFlows } from '../flow/load.ts';
import { sheetSlugs } from './sheet-slugs.ts';

/** A copy of the repository's folders may be named, to check flows that live elsewhere. */
const root = process.argv[2] ?? join(import.meta.dirname, '../../..');

const read = await loadFlows(join(root, 'flows'), await sheetSlugs(root));
const errors = read.faults.filter(({ weight }) => weight === 'error').length;
for (const fault of read.faults) console.log(faultLine(fault));
console.log(`${errors} errori, ${read.faults.length - errors} avvisi.`);
process.exitCode = read.ok ? 0 : 1;
