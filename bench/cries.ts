/**
 * How well cries for help of one hand are recognised by what is learnt from the others, and how often messages that only
 * look like one frighten for nothing: `npm run bench -- cries`. Where a language has one hand, every fourth message is
 * left out in turn.
 */
import { learnModel } from '../src/classifier/lesson.ts';
import { openForCommand } from '../src/cli/understanding/open.ts';
import { loadRequests } from '../src/knowledge/load-requests.ts';
import { findByRules } from '../src/safety/by-rules.ts';
import { type CryExample, dangerLesson } from '../src/safety/cries.ts';
import { loadCries } from '../src/safety/load-cries.ts';
import { dangerOf, likenessOf, WEIGHTS } from '../src/safety/recognise.ts';

interface Tried {
  readonly example: CryExample;
  readonly rule: boolean;
  /** Natural logarithm of the odds. */
  readonly odds: number;
  /** The same with the rules. */
  readonly both: number;
}

const PARTS = 4;
const { vocabulary, sheets } = (await openForCommand()).base();
const spellings = new Map(Object.entries(vocabulary.abbreviations));
const { examples } = await loadCries('knowledge/cries');
const requests = await loadRequests('knowledge/requests', {
  slugs: new Set(sheets.map(({ slug }) => slug)),
  offices: new Set(vocabulary.otherOffices.map(({ id }) => id)),
});
const near = new Set(vocabulary.nearDanger.map((slug) => `sheet/${slug}`));
const ordinary = requests.examples.filter(({ matters }) => !matters.some((matter) => near.has(matter)));

const hands = new Set(examples.map(({ hand }) => hand));
const tried: Tried[] = [];
for (const hand of hands) tryOut((one) => one.language === 'it' && one.hand === hand);
const foreign = examples.filter(({ language }) => language !== 'it');
for (let part = 0; part < PARTS; part += 1) {
  const own = new Set(foreign.filter((_, place) => place % PARTS === part));
  tryOut((one) => own.has(one));
}
for (const language of new Set(tried.map(({ example }) => example.language))) {
  report(
    language,
    tried.filter(({ example }) => example.language === language),
  );
}
report('all', tried);
for (const kind of new Set(tried.map(({ example }) => example.cry.split('/')[0] ?? ''))) {
  report(
    kind,
    tried.filter(({ example }) => example.cry.startsWith(kind)),
  );
}

function tryOut(isOut: (one: CryExample) => boolean): void {
  const own = examples.filter(isOut);
  if (own.length === 0) return;
  const rest = examples.filter((one) => !isOut(one));
  const calm = ordinary.map(({ text }) => text);
  const model = learnModel(
    dangerLesson({ examples: rest, ordinary: calm, spellings: vocabulary.abbreviations }),
  );
  for (const example of own) {
    tried.push({
      example,
      rule: findByRules(example.text) !== null,
      odds: likenessOf(example.text, model, spellings).odds,
      both: dangerOf(example.text, findByRules(example.text) !== null, model, spellings).odds,
    });
  }
}

function report(name: string, list: readonly Tried[]): void {
  const cries = list.filter(({ example }) => example.cry !== 'calm');
  const calm = list.filter(({ example }) => example.cry === 'calm');
  const { least } = WEIGHTS;
  const ways: readonly (readonly [string, (one: Tried) => boolean])[] = [
    ['rules', ({ rule }) => rule],
    ['likeness', ({ odds }) => odds >= least],
    ['both', ({ both }) => both >= least],
    ['bolder', ({ both }) => both >= least - 1],
    ['shyer', ({ both }) => both >= least + 1],
  ];
  const cells = ways.map(([way, isAlarm]) => `${way} ${share(cries, isAlarm)}/${share(calm, isAlarm)}`);
  console.log(
    `${name.padEnd(16)} ${cries.length} cries, ${calm.length} calm: caught/frightened %  ${cells.join('  ')}`,
  );
}

function share(list: readonly Tried[], is: (one: Tried) => boolean): string {
  return list.length === 0 ? '-' : ((100 * list.filter(is).length) / list.length).toFixed(1);
}
