/**
 * How well requests of one hand are understood by what is learnt from the others: `npm run bench -- understanding`.
 * Each hand in turn is left out; its requests are weighed with the words alone, with what was learnt alone, and with
 * both; and the weights that would serve best are looked for, to be compared with those in use (`weigh.ts`).
 */
import { learnModel } from '../src/classifier/lesson.ts';
import { openForCommand } from '../src/cli/understanding/open.ts';
import { createEngine, type Engine } from '../src/knowledge/engine.ts';
import { knownMatters, loadRequests } from '../src/knowledge/load-requests.ts';
import { type RequestExample, requestsLesson } from '../src/knowledge/requests.ts';
import { type Signs, scoreOf, signsOf, WEIGHTS, type Weights } from '../src/knowledge/weigh.ts';

interface Tried {
  readonly example: RequestExample;
  /** One of each matter, in the engine's order. */
  readonly signs: readonly Signs[];
  /** Places of the right matters. */
  readonly right: readonly number[];
  readonly unclear: number;
}

/** Messages that are of no sheet, or of several, are of few hands: there every fourth message is left out at a time. */
const PARTS = 4;

const base = (await openForCommand()).base();
const { examples } = await loadRequests(
  'knowledge/requests',
  knownMatters(base.sheets, base.vocabulary.otherOffices),
);
const clear = examples.filter(({ matters }) => matters.length === 1 && matters[0]?.startsWith('sheet/'));
const others = examples.filter((example) => !clear.includes(example));
const named = process.argv.slice(2).filter((name) => name !== 'understanding');
const groups = Map.groupBy(clear, ({ language, hand }) => `${language} ${hand}`);
const tried = [...groups]
  .filter(([group]) => named.length === 0 || named.includes(group))
  .flatMap(([group, own]) => tryGroup(group, own));
for (let part = 0; part < PARTS; part += 1) {
  const own = others.filter((_, place) => place % PARTS === part);
  tried.push(...tryGroup(`others ${part + 1}`, own));
}
printRow('all', tried);
const fitted = fittest(tried.filter(({ right }) => right.length === 1));
console.log(
  `\nweights in use ${JSON.stringify(WEIGHTS)}: likelihood ${likelihood(tried, WEIGHTS).toFixed(4)}`,
);
console.log(`weights fitted ${JSON.stringify(fitted)}: likelihood ${likelihood(tried, fitted).toFixed(4)}`);
printRow('fitted', tried, fitted);
for (const least of [0.1, 0.2, 0.3, 0.4, 0.5]) {
  const share = (list: readonly Tried[]) =>
    percent(list.filter((one) => one.unclear >= least).length / list.length);
  const [doubtful, sure] = [1, 0].map((side) =>
    share(tried.filter(({ right }) => (right.length > 1 ? 1 : 0) === side)),
  );
  console.log(`asked back from ${least} on: ${doubtful} of the unclear, ${sure} of the clear`);
}

function tryGroup(group: string, own: readonly RequestExample[]): Tried[] {
  const left = new Set(own);
  const rest = examples.filter((example) => !left.has(example));
  const requests = learnModel(requestsLesson({ ...base, examples: rest }));
  const engine = createEngine({ ...base, requests });
  const result = own.map((example) => tryOne(example, engine));
  printRow(group, result);
  return result;
}

function tryOne(example: RequestExample, engine: Engine): Tried {
  return {
    example,
    ...signsOf(example.text, engine.read(example.text), engine),
    right: example.matters.map((matter) => engine.matters.indexOf(matter)),
  };
}

function printRow(name: string, list: readonly Tried[], weights: Weights = WEIGHTS): void {
  const sheets = list.filter(
    ({ example }) => example.matters.length === 1 && example.matters[0]?.startsWith('sheet/'),
  );
  const cells = [
    ['words', { ...weights, learned: 0 }],
    ['learnt', { ...weights, words: 0 }],
    ['both', weights],
  ] as const;
  const figures = cells.map(
    ([label, one]) => `${label} ${percent(hits(sheets, one, 1))} / ${percent(hits(sheets, one, 3))}`,
  );
  console.log(
    `${name.padEnd(8)} ${String(sheets.length).padStart(5)} requests: hit@1 / hit@3  ${figures.join('   ')}`,
  );
}

function hits(list: readonly Tried[], weights: Weights, most: number): number {
  const found = list.filter(({ signs, right }) => {
    const scores = signs.map((one) => scoreOf(one, weights));
    const place = right[0] ?? -1;
    return scores.filter((score) => score > (scores[place] ?? 0)).length < most;
  });
  return list.length === 0 ? 0 : found.length / list.length;
}

/** Mean logarithm of the share given to what is right. */
function likelihood(list: readonly Tried[], weights: Weights): number {
  const sum = list.reduce((total, { signs, right }) => {
    const scores = signs.map((one) => scoreOf(one, weights));
    const top = Math.max(...scores);
    const all = scores.reduce((powers, score) => powers + Math.exp(score - top), 0);
    const own = right.reduce((powers, place) => powers + Math.exp((scores[place] ?? -99) - top), 0);
    return total + Math.log(Math.max(own / all, 1e-9));
  }, 0);
  return sum / Math.max(list.length, 1);
}

/** One weight at a time, up and down by shrinking steps, as long as it helps. */
function fittest(list: readonly Tried[]): Weights {
  let best = WEIGHTS;
  let most = likelihood(list, best);
  for (const step of [1.5, 1.2, 1.08]) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const key of Object.keys(best) as (keyof Weights)[]) {
        for (const factor of [step, 1 / step]) {
          const next = { ...best, [key]: Number((best[key] * factor).toPrecision(3)) };
          const value = likelihood(list, next);
          if (value <= most + 1e-5) continue;
          best = next;
          most = value;
          moved = true;
        }
      }
    }
  }
  return best;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
