/** The authors' commands, as they are run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/conversation/talk.ts';

function run(
  command: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly stdout: string } {
  const file = join(ROOT, `src/conversation/cli/${command}.ts`);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
}

test('flows:check passes on the flows of the repository', () => {
  const { status, stdout } = run('flows-check');
  expect(stdout).toContain('0 errori');
  expect(status).toBe(0);
});

test('flows:check ends with 1 and names file, line, fault and mend', () => {
  const copy = mkdtempSync(join(tmpdir(), 'flussi-'));
  try {
    cpSync(join(ROOT, 'flows'), join(copy, 'flows'), { recursive: true });
    cpSync(join(ROOT, 'knowledge/sheets'), join(copy, 'knowledge/sheets'), { recursive: true });
    const menu = join(copy, 'flows/menu.yaml');
    writeFileSync(menu, readFileSync(menu, 'utf8').replace('next: flow:casa', 'next: flow:case'));
    const { status, stdout } = run('flows-check', copy);
    expect(stdout).toMatch(/flows\/menu\.yaml:\d+ "flow:case" non esiste → scrivi un passo/);
    expect(status).toBe(1);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('flows:draw draws every flow', () => {
  const { status, stdout } = run('flows-draw');
  expect(stdout).toContain('```mermaid');
  expect(stdout).toContain('## persona');
  expect(status).toBe(0);
});
