/**
 * Segretariato beside ready-made search engines, on the same facts and questions: `npm run bench -- retrieval`.
 * Only some of them: `npm run bench -- retrieval minisearch lunr` (parts of their names).
 */
import { openForCommand } from '../../src/cli/understanding/open.ts';
import { materialsOf } from './documents.ts';
import { ENGINES } from './engines/index.ts';
import { type Best, measureBest } from './measure.ts';
import { printMaterial } from './print.ts';
import { questionSets } from './questions.ts';

const named = process.argv.slice(2).filter((name) => name !== 'retrieval');
const isMeant = (name: string): boolean =>
  named.length === 0 || named.some((one) => name.toLowerCase().includes(one.toLowerCase()));

const materials = await materialsOf((await openForCommand()).base());
const sets = await questionSets();
const engines = ENGINES.filter(({ name }) => isMeant(name));
const absences = new Map(
  await Promise.all(engines.map(async (engine) => [engine, await engine.absence()] as const)),
);
for (const [{ name }, reason] of absences) if (reason !== null) console.log(`SKIPPED: ${name}: ${reason}`);

for (const material of materials) {
  const bests: Best[] = [];
  for (const engine of engines) {
    if (absences.get(engine) === null) bests.push(await measureBest(engine, material, sets));
  }
  if (bests.length > 0) printMaterial(material.name, sets, bests);
}
