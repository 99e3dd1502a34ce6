/**
 * How well the aspect asked is told in requests about other sheets than those learnt from: `npm run bench -- aspects`.
 * Every fourth sheet is left out in turn. Beside it, what the phrases of the vocabulary alone would say.
 */
import { learnModel } from '../src/classifier/lesson.ts';
import { openForCommand } from '../src/cli/understanding/open.ts';
import { askedAspect, aspectsLesson, NOTHING_ASKED } from '../src/knowledge/asked.ts';
import { createAspects } from '../src/knowledge/aspect.ts';
import { createLanguageRecogniser } from '../src/knowledge/language.ts';
import { knownMatters, loadRequests } from '../src/knowledge/load-requests.ts';

interface Tried {
  readonly group: string;
  readonly asked: string;
  readonly learnt: string;
  readonly phrase: string;
}

const PARTS = 4;
const { vocabulary, sheets } = (await openForCommand()).base();
const { examples } = await loadRequests('knowledge/requests', knownMatters(sheets, vocabulary.otherOffices));
const labelled = examples.filter(({ asked }) => asked !== undefined);
const files = [...new Set(labelled.map(({ file }) => file))].sort();
const partOf = new Map(files.map((file, place) => [file, place % PARTS]));
const phrases = createAspects(vocabulary);
const recognise = createLanguageRecogniser(vocabulary);
const spellings = new Map(Object.entries(vocabulary.abbreviations));

const tried: Tried[] = [];
for (let part = 0; part < PARTS; part += 1) {
  const rest = labelled.filter(({ file }) => partOf.get(file) !== part);
  const model = learnModel(aspectsLesson({ examples: rest, vocabulary }));
  for (const { text, asked, language, hand, file } of labelled) {
    if (partOf.get(file) !== part || asked === undefined) continue;
    const spoken = recognise(text) ?? 'it';
    tried.push({
      group: language === 'it' ? `it ${hand}` : language,
      asked,
      learnt: askedAspect(text, spoken, model, phrases, spellings) ?? NOTHING_ASKED,
      phrase: phrases.find(text, spoken) ?? NOTHING_ASKED,
    });
  }
}
console.log(`${labelled.length} requests that say their aspect; right in %, of those that ask for one:`);
for (const [group, list] of Map.groupBy(tried, (one) => one.group)) row(group, list);
row('all', tried);
for (const [asked, list] of Map.groupBy(tried, (one) => one.asked)) row(asked, list, true);

function row(name: string, list: readonly Tried[], all = false): void {
  const asking = all ? list : list.filter(({ asked }) => asked !== NOTHING_ASKED);
  const right = (key: 'learnt' | 'phrase'): string =>
    ((100 * asking.filter((one) => one[key] === one.asked).length) / Math.max(1, asking.length)).toFixed(1);
  console.log(
    `  ${name.padEnd(10)} ${String(asking.length).padStart(5)}  learnt ${right('learnt')}  phrases alone ${right('phrase')}`,
  );
}
