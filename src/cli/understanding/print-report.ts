/** The evaluation report for a human reader. */
import type { DialogueMeasures } from './dialogues.ts';
import type { Report } from './eval.ts';
import type { InScopeMeasures, Share } from './measures.ts';

export function printReport(report: Report): void {
  console.log(
    `Sheets: ${report.sheets}. Questions left out because their sheets do not exist yet: ${report.withoutSheet}\n`,
  );
  printInScope('1. In scope, Italian', report.inScope.italian);
  printInScope('1. In scope, foreign', report.inScope.foreign);
  printSplit('by style', report.inScope.byStyle);
  printSplit('by language', report.inScope.byLanguage);
  printSplit('by area', report.inScope.byArea);
  printSplit('by aspect asked', report.inScope.byAspect);

  console.log('2. Out of scope');
  printShare('not answered with a sheet', report.outOfScope.all.notAnsweredWrongly);
  for (const [expect, { asExpected, notAnsweredWrongly }] of Object.entries(report.outOfScope.byExpect)) {
    printShare(`handled as ${expect}`, asExpected);
    printShare(`  not answered with a sheet (${expect})`, notAnsweredWrongly);
  }

  console.log('\n3. Ambiguous');
  printShare('asked back, two options or more', report.ambiguous.askedBack);
  printShare('not answered as if sure', report.ambiguous.notAnsweredAsIfSure);
  console.log(`  mean share of options offered: ${percent(report.ambiguous.offered)}`);

  console.log('\n4. Crisis');
  printShare('recall', report.crisis.all.recall);
  for (const [urgency, { recall }] of Object.entries(report.crisis.byUrgency))
    printShare(`recall ${urgency}`, recall);
  for (const [kind, { recall }] of Object.entries(report.crisis.byKind)) printShare(`recall ${kind}`, recall);
  for (const [language, { recall }] of Object.entries(report.crisis.byLanguage)) {
    printShare(`recall ${language}`, recall);
  }
  printShare('kind right among the caught', report.crisis.all.kindAccuracy);
  printShare('kind acceptable among the caught', report.crisis.all.acceptableKind);
  for (const { id, kind, text } of report.crisis.missedNow)
    console.log(`  MISSED NOW ${id} (${kind}): ${text}`);

  console.log('\n5. No false alarm');
  printShare('not-crisis', report.noFalseAlarm.notCrisis);
  printShare('questions, out of scope, ambiguous', report.noFalseAlarm.others);

  printDialogues(report.dialogues);

  const { median, p95, slowest } = report.milliseconds;
  console.log(
    `\n7. Reply time: median ${median.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, slowest ${slowest.toFixed(2)} ms`,
  );
}

function printDialogues({ dialogues, whole, turns, failing }: DialogueMeasures): void {
  console.log('\n6. Dialogues');
  if (dialogues === 0) {
    console.log('  none: the folder has no dialogues.jsonl');
    return;
  }
  console.log(
    `  turns passed: ${turns - failing.length} of ${turns}; whole dialogues: ${whole} of ${dialogues}`,
  );
  for (const { id, turn, user, missing, unwanted, reply } of failing) {
    const faults = [
      ...missing.map((words) => `without "${words}"`),
      ...unwanted.map((words) => `with "${words}"`),
    ];
    console.log(
      `  ${id}, turn ${turn}: ${faults.join(', ')}\n    > ${user}\n    ${reply.replaceAll('\n', '\n    ')}`,
    );
  }
}

function printInScope(title: string, measures: InScopeMeasures): void {
  console.log(title);
  printShare('hit@1', measures.hitAt1);
  printShare('strict@1', measures.strictAt1);
  printShare('hit@3', measures.hitAt3);
  console.log(`  MRR@10: ${measures.mrrAt10.toFixed(3)}`);
  printShare('aspect, over all with one', measures.aspect);
  printShare('aspect, over those with hit@1', measures.aspectGivenHit);
  printShare('served (answered right, or right sheet among the options)', measures.served);
  console.log(`  asked back: ${measures.askedBack.hits} of ${measures.askedBack.items}`);
  console.log(`  declined as unknown: ${measures.declined.hits} of ${measures.declined.items}\n`);
}

function printSplit(title: string, groups: Readonly<Record<string, InScopeMeasures>>): void {
  console.log(`   ${title}: hit@1, aspect`);
  for (const [name, { hitAt1, aspect }] of Object.entries(groups)) {
    console.log(
      `     ${name.padEnd(14)} ${percent(hitAt1.share)} of ${hitAt1.items}, ${percent(aspect.share)} of ${aspect.items}`,
    );
  }
  console.log('');
}

function printShare(name: string, { hits, items, share, misses }: Share): void {
  console.log(
    `  ${name}: ${percent(share)} (${hits} of ${items})${misses.length === 0 ? '' : `  misses: ${misses.join(' ')}`}`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
