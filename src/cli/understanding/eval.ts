/**
 * `npm run eval [-- DIR] [--json]`: the measures of an evaluation folder (`eval` when none is named), with the ids
 * of the misses. Questions whose sheets do not exist yet are left out and counted.
 * Dialogues are played through the whole application, with a database in memory.
 */
import { performance } from 'node:perf_hooks';
import { percentile } from '../../lib/percentile.ts';
import { playDialogues } from './dialogues.ts';
import { type EvalSet, type InScopeItem, readEvalSet } from './eval-set.ts';
import {
  type Judged,
  measureAmbiguous,
  measureCrisis,
  measureFalseAlarms,
  measureInScope,
  measureOutOfScope,
} from './measures.ts';
import { openForCommand } from './open.ts';
import { printReport } from './print-report.ts';
import { replyTo } from './reply.ts';

const content = await openForCommand();
const library = content.library();
const directory = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'eval';
const set = await readEvalSet(directory);
const milliseconds: number[] = [];
const report = await measure(set);
if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else printReport(report);

/** One by one, so that each reply is timed. */
async function judge<Item extends { id: string; text: string; lang?: string }>(
  items: readonly Item[],
): Promise<Judged<Item>[]> {
  const judged: Judged<Item>[] = [];
  for (const item of items) {
    const start = performance.now();
    const [reply] = await replyTo([{ id: item.id, text: item.text }], content);
    milliseconds.push(performance.now() - start);
    if (reply !== undefined) judged.push({ item, reply });
  }
  return judged;
}

/** Items none of whose sheets is written yet cannot be answered: they are counted apart. */
function isAnswerable({ slugs }: InScopeItem): boolean {
  return slugs.some((slug) => library.sheet(slug) !== null);
}

async function measure(set: EvalSet) {
  const { italian, foreign, outOfScope, ambiguous, crisis, notCrisis, dialogues } = set;
  const areas = new Map(library.sheets.map(({ slug, area }) => [slug, area]));
  const it = await judge(italian.filter(isAnswerable));
  const other = await judge(foreign.filter(isAnswerable));
  const out = await judge(outOfScope);
  const unsure = await judge(ambiguous);
  const alarms = await judge(crisis);
  const calm = await judge(notCrisis);
  const ordinary = [...[...it, ...other].filter(({ item }) => !item.crisis_ok), ...out, ...unsure];
  return {
    sheets: library.sheets.length,
    withoutSheet: italian.length + foreign.length - it.length - other.length,
    inScope: {
      italian: measureInScope(it),
      foreign: measureInScope(other),
      byStyle: split(it, ({ item }) => item.style.split(' ').slice(0, 2), measureInScope),
      byLanguage: split(other, ({ item }) => [item.lang], measureInScope),
      byArea: split(
        [...it, ...other],
        ({ item }) => [areas.get(item.slugs[0] ?? '') ?? 'no sheet'],
        measureInScope,
      ),
      byAspect: split(it, ({ item }) => [item.aspect ?? 'none'], measureInScope),
    },
    outOfScope: {
      all: measureOutOfScope(out),
      byExpect: split(out, ({ item }) => [item.expect], measureOutOfScope),
    },
    ambiguous: measureAmbiguous(unsure),
    crisis: {
      all: measureCrisis(alarms),
      byUrgency: split(alarms, ({ item }) => [item.urgency], measureCrisis),
      byKind: split(alarms, ({ item }) => [item.kind], measureCrisis),
      byLanguage: split(alarms, ({ item }) => [item.lang], measureCrisis),
      missedNow: alarms
        .filter(({ item, reply }) => item.urgency === 'now' && reply.crisis === null)
        .map(({ item }) => item),
    },
    noFalseAlarm: { notCrisis: measureFalseAlarms(calm), others: measureFalseAlarms(ordinary) },
    dialogues: await playDialogues(dialogues),
    milliseconds: {
      median: percentile(milliseconds, 0.5),
      p95: percentile(milliseconds, 0.95),
      slowest: percentile(milliseconds, 1),
    },
  };
}

export type Report = Awaited<ReturnType<typeof measure>>;

function split<Item, Measures>(
  judged: readonly Judged<Item>[],
  keysOf: (one: Judged<Item>) => readonly string[],
  measureGroup: (group: readonly Judged<Item>[]) => Measures,
): Record<string, Measures> {
  const groups = Map.groupBy(
    judged.flatMap((one) => keysOf(one).map((key) => ({ key, one }))),
    ({ key }) => key,
  );
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, list]) => [key, measureGroup(list.map(({ one }) => one))]),
  );
}
