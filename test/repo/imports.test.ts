import { describe, expect, test } from 'vitest';
import { lineAt, read } from './files.ts';
import { brokenRules, importsOf, sourceFiles, sourceImports } from './imports.ts';

describe('imports run one way', () => {
  test('no file of src breaks a rule', () => {
    expect(brokenRules(sourceImports())).toEqual([]);
  });

  test('at most one channel is made outside of the composition root, by the terminal', () => {
    const made = sourceImports().filter(
      ({ file, target, typeOnly }) =>
        !typeOnly && file.startsWith('src/cli/') && /^channels\/[^/]+\//.test(target),
    );
    expect(made.filter(({ target }) => !target.startsWith('channels/terminal/'))).toEqual([]);
  });

  test('each rule recognises its fault', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['src/conversation/engine.ts', "import { readFile } from 'node:fs/promises';"],
      ['src/conversation/engine.ts', "import {\n  type Turns,\n  x,\n} from '../pipeline/turn.ts';"],
      ['src/conversation/engine.ts', "const late = await import('../store/database.ts');"],
      ['src/safety/recognise.ts', "import type { Sheet } from '../knowledge/sheet.ts';"],
      ['src/handoff/calendar.ts', "import { readFile } from 'node:fs/promises';"],
      ['src/handoff/transition.ts', "import type { Database } from '../store/database.ts';"],
      ['src/handoff/urgency.ts', "import type { Urgency } from '../safety/crisis.ts';"],
      ['src/knowledge/rank.ts', "import pino from 'pino';"],
      ['src/lib/ids.ts', "export * from '../privacy/vault.ts';"],
      ['src/web/html.ts', "import { x } from '../knowledge/sheet.ts';"],
      ['src/channels/telegram/send.ts', "import { x } from '../webchat/store.ts';"],
      ['src/channels/telegram/send.ts', "import { x } from '../../web/html.ts';"],
      ['src/http/health.ts', "import type { Database } from '../store/database.ts';"],
      ['src/pipeline/turn.ts', "import { x } from '../channels/telegram/index.ts';"],
      ['src/pipeline/turn.ts', "import '@prisma/client';"],
      ['src/http/server.ts', "import { PgBoss } from 'pg-boss';"],
      ['src/pipeline/turn.ts', "import { Telegraf } from 'telegraf';"],
    ];
    for (const [file, text] of faults) {
      expect(brokenRules(importsOf(file, text)), `${file}: ${text}`).not.toEqual([]);
    }
  });
});

test('the environment is read in src/config/env.ts only', () => {
  const readers = sourceFiles()
    .filter((file) => file !== 'src/config/env.ts')
    .flatMap((file) => {
      const text = read(file);
      return [...text.matchAll(/process\.env\b/g)].map(({ index }) => `${file}:${lineAt(text, index)}`);
    });
  expect(readers).toEqual([]);
});

test('a file of src that passes 400 lines holds two ideas: give the second one a name', () => {
  const long = sourceFiles().flatMap((file) => {
    const lines = read(file).split('\n').length - 1;
    return lines > 400 ? [`${file}: ${lines} lines`] : [];
  });
  expect(long).toEqual([]);
});
