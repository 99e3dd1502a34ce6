/**
 * `npm test`: makes the clone ready and runs every check, each to its end. Arguments go to vitest (a folder, a
 * name). The last line counts: vitest's tests, and one for each other check.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PINNED_NODE, pinnedEnvironment, ROOT } from './lib/processes.mjs';
import { setUp } from './setup.mjs';

const CHECKS = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'flows', command: ['src/conversation/cli/flows-check.ts'] },
  { name: 'knowledge', command: ['src/knowledge/check.ts'] },
  { name: 'learning', command: ['src/cli/understanding/learn.ts'] },
];

await setUp();
const total = { passed: 0, failed: 0, skipped: 0 };
for (const { name, command } of CHECKS) {
  console.log(`\n== ${name}`);
  const ok = (await run(command)) === 0;
  if (!ok) console.log(`FAILED: ${name}`);
  total[ok ? 'passed' : 'failed'] += 1;
}
console.log('\n== tests');
const tests = await runTests(process.argv.slice(2));
const skipped = total.skipped + tests.skipped;
const failed = total.failed + tests.failed;
console.log(
  `\n${total.passed + tests.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;

/** A run in which no test took place is a failure, and so is trouble outside of any test. */
async function runTests(parameters) {
  const folder = mkdtempSync(join(tmpdir(), 'segretariato-tests-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...parameters]);
    const counts = count(report);
    if (counts === null) {
      console.log('FAILED: the tests ended without a report');
      return { passed: 0, failed: 1, skipped: 0 };
    }
    if (counts.passed + counts.failed === 0) {
      console.log('FAILED: no test was run');
      return { ...counts, failed: 1 };
    }
    if (code !== 0 && counts.failed === 0) {
      console.log('FAILED: an error outside of the tests, shown above');
      return { ...counts, failed: 1 };
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Null when there is no report. A test file that could not be loaded counts as one failure. */
function count(report) {
  let content;
  try {
    content = JSON.parse(readFileSync(report, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
  const unloaded = content.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: content.numPassedTests,
    failed: content.numFailedTests + unloaded.length,
    skipped: content.numPendingTests + content.numTodoTests,
  };
}

function run(command) {
  return new Promise((resolve) => {
    const child = spawn(PINNED_NODE, command, { cwd: ROOT, stdio: 'inherit', env: pinnedEnvironment() });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
