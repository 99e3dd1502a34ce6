import { expect, test } from 'vitest';
import { z } from 'zod';
import { read, repositoryFiles } from './files.ts';

const Package = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  scripts: z.record(z.string(), z.string()),
});

const { dependencies, devDependencies, scripts } = Package.parse(JSON.parse(read('package.json')));

test('every dependency has one exact version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name}: ${version}`);
  expect(loose).toEqual([]);
});

test('the lock file names no registry: anyone may install from their own', () => {
  const lines = read('package-lock.json').split('\n');
  const named = lines.flatMap((line, index) =>
    /"resolved": "https?:/.test(line) ? [`package-lock.json:${index + 1}`] : [],
  );
  expect(named).toEqual([]);
});

/** After the set-up the program takes the shell's place (`exec`), so that signals reach it. */
const RUNNERS = [
  /^exec node scripts\/run\.mjs (\S+)/,
  /^exec node (scripts\/test\.mjs)$/,
  /^node scripts\/setup\.mjs && exec .*\bnode .*?(\S+\.ts)$/,
];

test('every script makes the clone ready, then runs a file that exists', () => {
  const files = new Set(repositoryFiles());
  const wrong = Object.entries(scripts).filter(([, command]) => {
    const entry = RUNNERS.map((runner) => runner.exec(command)?.[1]).find((found) => found !== undefined);
    return entry === undefined || !(entry.startsWith('node_modules/') || files.has(entry));
  });
  expect(wrong.map(([name, command]) => `package.json: ${name}: ${command}`)).toEqual([]);
});
