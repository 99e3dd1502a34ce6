/** The figures of one material: a table a question set, then the settings they were reached with. */
import { type Best, type Found, LANGUAGES } from './measure.ts';
import type { QuestionSet } from './questions.ts';

export function printMaterial(name: string, sets: readonly QuestionSet[], bests: readonly Best[]): void {
  console.log(`\n== ${name}`);
  for (const [place, set] of sets.entries()) printTable(set, place, bests);
  console.log('\nsettings (the best of those tried, for Italian and for the others):');
  for (const { engine, italian, foreign } of bests) {
    const both = italian.setting === foreign.setting;
    console.log(`  ${engine.name}, of ${engine.settings.length}: ${italian.setting.words}`);
    if (!both) console.log(`    foreign: ${foreign.setting.words}`);
  }
}

function printTable(set: QuestionSet, place: number, bests: readonly Best[]): void {
  console.log(`\n${set.name}: ${set.italian.length} Italian questions, ${set.foreign.length} foreign`);
  const heads = LANGUAGES.flatMap((language) => [`${language} hit@1`, 'hit@3', 'errors']);
  printLine(['', ...heads, 'median ms']);
  for (const best of bests) {
    const cells = LANGUAGES.flatMap((language) => cellsOf(best[language].sets[place]?.[language]));
    printLine([best.engine.name, ...cells, best.italian.milliseconds.toFixed(2)]);
  }
}

/** First sheet right, a right one among three, first sheet wrong. */
function cellsOf(found: Found | undefined): string[] {
  if (found === undefined || found.items === 0) return ['-', '-', '-'];
  const { items, first, three } = found;
  return [first, three, items - first].map((count) => `${((100 * count) / items).toFixed(1)} %`);
}

function printLine([name = '', ...cells]: readonly string[]): void {
  console.log(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(15)).join('')}`);
}
