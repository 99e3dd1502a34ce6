import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataDirInUse, lockDataDir } from '../../src/store/data-dir-lock.ts';
import { temporaryFolder } from '../support/folder.ts';

/** A process of its own that locks the folder, says so, and waits. */
async function lockElsewhere(folder: string) {
  const script = `
    const { lockDataDir } = await import(${JSON.stringify(new URL('../../src/store/data-dir-lock.ts', import.meta.url).href)});
    lockDataDir(process.argv[1]);
    console.log('locked');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

test('a second holder is refused with a sentence that names the folder and the ways out', () => {
  const folder = temporaryFolder();
  const lock = lockDataDir(folder);
  expect(() => lockDataDir(folder)).toThrow(DataDirInUse);
  expect(() => lockDataDir(folder)).toThrow(/stop the other one, or set another DATA_DIR/);
  lock.release();
  lockDataDir(folder).release();
});

test('another living process is refused; once killed, its lock is taken over at once', async () => {
  const folder = temporaryFolder();
  const child = await lockElsewhere(folder);
  expect(() => lockDataDir(folder)).toThrow(new RegExp(`process ${child.pid}`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockDataDir(folder).release();
});

test('a lock whose process id now belongs to another process is not believed', () => {
  const folder = temporaryFolder();
  const stale = { token: 'old', pid: process.pid, started: 'at another time' };
  writeFileSync(join(folder, 'segretariato.lock'), JSON.stringify(stale));
  lockDataDir(folder).release();
});

test('a lock file cut short by a crash is set aside', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'segretariato.lock'), '{"tok');
  lockDataDir(folder).release();
  expect(existsSync(join(folder, 'segretariato.lock'))).toBe(false);
});
