/**
 * How well cries for help of one hand are recognised by what is learnt from the others, how often messages that only
 * look like one frighten for nothing, and how often ordinary requests do: `npm run bench -- cries`. The hands of a few
 * lines, and those of other languages, are left out a part at a time.
 */
import { learnModel } from '../src/classifier/lesson.ts';
import { openForCommand } from '../src/cli/understanding/open.ts';
import { knownMatters, loadRequests } from '../src/knowledge/load-requests.ts';
import { byDanger } from '../src/models.ts';
import { findByRules } from '../src/safety/by-rules.ts';
import { type CryExample, dangerLesson } from '../src/safety/cries.ts';
import { loadCries } from '../src/safety/load-cries.ts';
import { dangerOf, likenessOf, WEIGHTS } from '../src/safety/recognise.ts';

interface Tried {
  readonly group: string;
  readonly label: string;
  readonly rule: boolean;
  /** Natural logarithm of the odds, of likeness alone and with the rules. */
  readonly odds: number;
  readonly both: number;
}

const { vocabulary, sheets } = (await openForCommand()).base();
const spellings = new Map(Object.entries(vocabulary.abbreviations));
const { examples } = await loadCries('knowledge/cries');
const requests = await loadRequests('knowledge/requests', knownMatters(sheets, vocabulary.otherOffices));
const { ordinary, near } = byDanger(requests.examples, vocabulary.nearDanger);

/** Italian hands that wrote scenes; the others are of pieces, of test cases, of small talk, of plain words. */
const SCENES = /^[a-f]$/;
const hands = [...new Set(examples.filter(isScene).map(({ hand }) => hand))];
const PARTS = hands.length;
const tried: Tried[] = [];
for (let part = 0; part < PARTS; part += 1) {
  const isOut = (one: CryExample, place: number): boolean =>
    isScene(one) ? hands.indexOf(one.hand) === part : place % PARTS === part;
  const model = learnModel(
    dangerLesson({
      examples: examples.filter((one, place) => !isOut(one, place)),
      ordinary: ordinary.filter((_, place) => place % PARTS !== part),
      near,
      spellings: vocabulary.abbreviations,
    }),
  );
  const tryOne = (text: string, group: string, label: string): void => {
    const rule = findByRules(text);
    const odds = likenessOf(text, model, spellings).odds;
    tried.push({
      group,
      label,
      rule: rule !== null,
      odds,
      both: dangerOf(text, rule, model, spellings).odds,
    });
  };
  for (const one of examples.filter(isOut)) {
    tryOne(one.text, isScene(one) ? `it ${one.hand}` : `${one.language}, parts`, one.cry);
  }
  for (const text of ordinary.filter((_, place) => place % PARTS === part)) tryOne(text, 'requests', 'calm');
}
for (const [group, list] of Map.groupBy(tried, (one) => one.group)) report(group, list);
report(
  'all but requests',
  tried.filter(({ group }) => group !== 'requests'),
);
for (const [kind, list] of Map.groupBy(tried, ({ label }) => label.split('/')[0] ?? '')) report(kind, list);

function isScene({ language, hand }: CryExample): boolean {
  return language === 'it' && SCENES.test(hand);
}

function report(name: string, list: readonly Tried[]): void {
  const cries = list.filter(({ label }) => label !== 'calm');
  const calm = list.filter(({ label }) => label === 'calm');
  const { least } = WEIGHTS;
  const ways: readonly (readonly [string, (one: Tried) => boolean])[] = [
    ['rules', ({ rule }) => rule],
    ['likeness', ({ odds }) => odds >= least],
    ['both', ({ both }) => both >= least],
    ['bolder', ({ both }) => both >= least - 0.5],
    ['shyer', ({ both }) => both >= least + 0.5],
  ];
  const cells = ways.map(([way, isAlarm]) => `${way} ${share(cries, isAlarm)}/${share(calm, isAlarm)}`);
  console.log(
    `${name.padEnd(16)} ${cries.length} cries, ${calm.length} calm: caught/frightened %  ${cells.join('  ')}`,
  );
}

function share(list: readonly Tried[], is: (one: Tried) => boolean): string {
  return list.length === 0 ? '-' : ((100 * list.filter(is).length) / list.length).toFixed(1);
}
