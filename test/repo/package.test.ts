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

test('every script runs a file that exists, after the set-up', () => {
  const files = new Set(repositoryFiles());
  const wrong = Object.entries(scripts).filter(([, command]) => {
    const [, script, entry] =
      /^exec node (scripts\/(?:run|test)\.mjs)(?: (\S+))?/.exec(command) ??
      // The service itself becomes the process of `npm start`: no wrapper stays in memory beside it.
      /^node (scripts\/setup\.mjs) && exec env .* (src\/main\.ts)$/.exec(command) ??
      [];
    if (script === undefined || !files.has(script)) return true;
    return entry !== undefined && !entry.startsWith('node_modules/') && !files.has(entry);
  });
  expect(wrong.map(([name, command]) => `package.json: ${name}: ${command}`)).toEqual([]);
});
