/**
 * How well a message that leans on the talk is told from one that has a matter of its own: `npm run bench -- follow-ups`.
 * Every fourth message is left out in turn; the talk is about a sheet that neither is about.
 */
import { learnModel } from '../src/classifier/lesson.ts';
import { openForCommand } from '../src/cli/understanding/open.ts';
import { createEngine } from '../src/knowledge/engine.ts';
import { followUpsLesson } from '../src/knowledge/follow-up.ts';
import { leansOn } from '../src/knowledge/leaning.ts';
import { knownMatters, loadRequests } from '../src/knowledge/load-requests.ts';

const PARTS = 4;
/** Few messages are about this one. */
const TOPIC = 'adozione';
/** One request in so many is tried too, as a message with a matter of its own. */
const REQUESTS = 12;

const base = (await openForCommand()).base();
const { examples, followUps } = await loadRequests(
  'knowledge/requests',
  knownMatters(base.sheets, base.vocabulary.otherOffices),
);
const requests = examples
  .filter(({ matters: [first, ...others] }) => first?.startsWith('sheet/') && others.length === 0)
  .filter(({ file }) => !file.endsWith(`${TOPIC}.txt`));
const apart = requests.filter((_, place) => place % REQUESTS === 0);
const learnt = requests.filter((_, place) => place % REQUESTS !== 0).map(({ text }) => text);

const tried: { readonly group: string; readonly right: boolean }[] = [];
for (let part = 0; part < PARTS; part += 1) {
  const rest = followUps.filter((_, place) => place % PARTS !== part);
  const model = learnModel(
    followUpsLesson({ examples: rest, requests: learnt, vocabulary: base.vocabulary }),
  );
  const engine = createEngine({ ...base, followUps: model });
  const isLeaning = (text: string): boolean => {
    return leansOn(TOPIC, [], text, engine.recogniseLanguage(text) ?? 'it', engine);
  };
  for (const [place, { text, leaning, language }] of followUps.entries()) {
    if (place % PARTS !== part) continue;
    const group = `${language === 'it' ? 'it' : 'foreign'}, ${leaning === 'same' ? 'leans' : 'own matter'}`;
    tried.push({ group, right: isLeaning(text) === (leaning === 'same') });
  }
  for (const { text, language } of apart.filter((_, place) => place % PARTS === part)) {
    tried.push({
      group: `${language === 'it' ? 'it' : 'foreign'}, a request`,
      right: !isLeaning(text),
    });
  }
}
for (const [group, list] of Map.groupBy(tried, (one) => one.group)) {
  const right = list.filter((one) => one.right).length;
  console.log(
    `${group.padEnd(20)} ${String(list.length).padStart(5)} messages, right ${((100 * right) / list.length).toFixed(1)} %`,
  );
}
