/**
 * `npm run knowledge:check [-- [--directory DIR] SLUG…]`: reads the knowledge folder and names each fault with file,
 * line and mend. With slugs, only those sheets are reported. Exit code 1 when there is a fault.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../lib/clock.ts';
import { dayInItaly } from '../lib/today.ts';
import { loadCries } from '../safety/load-cries.ts';
import { isConfirmed } from './contacts.ts';
import { describeFault, type Fault, inOrder } from './fault.ts';
import { referencesIn } from './fill.ts';
import { loadKnowledge } from './load.ts';
import { knownMatters, loadRequests } from './load-requests.ts';
import { readSayings, readSheet } from './reading.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { directory: { type: 'string', default: 'knowledge' } },
});
const wanted = positionals.map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''));
const knowledge = await loadKnowledge(values.directory, dayInItaly(systemClock.now()));
const reading = knowledge.parsed.map((parsed) => readSheet(parsed, knowledge.numbers));
const faults = [
  ...knowledge.faults,
  ...reading.flatMap((one) => one.faults),
  ...readSayings(knowledge.sayings),
  ...(await exampleFaults()),
].filter(isWanted);
const warnings = [...knowledge.warnings, ...reading.flatMap((one) => one.warnings)].filter(isWanted);

report('FAULTS', faults);
report('WARNINGS', warnings);
if (wanted.length === 0) {
  reportTranslations();
  reportOffices();
}
console.log(
  `${knowledge.parsed.length} sheets read, ${knowledge.sheets.length} usable: ${faults.length} faults, ${warnings.length} warnings`,
);
process.exitCode = faults.length > 0 ? 1 : 0;

function isWanted({ file }: Fault): boolean {
  return wanted.length === 0 || wanted.some((slug) => file.endsWith(`/${slug}.md`));
}

function report(title: string, findings: readonly Fault[]): void {
  if (findings.length === 0) return;
  console.log(`${title}\n${inOrder(findings).map(describeFault).join('\n')}\n`);
}

/** Of the example messages that understanding and the recognition of danger learn from. */
async function exampleFaults(): Promise<readonly Fault[]> {
  const requests = await loadRequests(
    join(values.directory, 'requests'),
    knownMatters(
      knowledge.parsed.flatMap(({ sheet }) => sheet ?? []),
      knowledge.vocabulary?.otherOffices ?? [],
    ),
  );
  const cries = await loadCries(join(values.directory, 'cries'));
  return [...requests.faults, ...cries.faults];
}

/** A translation that nobody has signed is counted, one that is missing is named. */
function reportTranslations(): void {
  const lines = [...knowledge.missingTranslations].map(([language, missing]) => {
    const drafts = [...(knowledge.translations.get(language)?.values() ?? [])].filter(
      ({ status }) => status === 'draft',
    );
    const names = missing.length === 0 ? '' : `: ${missing.join(', ')}`;
    return `  ${language}: ${drafts.length} to be signed by who speaks it, ${missing.length} missing${names}`;
  });
  console.log(`TO DO: translations\n${lines.join('\n')}\n`);
}

function reportOffices(): void {
  const open = [...knowledge.offices.values()].filter((office) => !isConfirmed(office));
  if (open.length === 0) return;
  console.log(`TO DO: ${open.length} offices to be confirmed before they can be shown`);
  for (const { id, name } of open) console.log(`  ${id}: ${name} (${waitingLines(id)} lines wait for it)`);
  console.log('');
}

function waitingLines(office: string): number {
  const lines = knowledge.parsed.flatMap(({ sheet }) =>
    sheet === null ? [] : Object.values(sheet.sections).flat(),
  );
  return lines.filter(({ text }) =>
    referencesIn(text).some(({ kind, id }) => kind === 'ufficio' && id === office),
  ).length;
}
