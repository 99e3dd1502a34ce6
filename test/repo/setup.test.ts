/**
 * The set-up on throw-away clones, with the real scripts. Only npm is a stand-in: it installs one package and the Node
 * that runs these tests, counts its calls, and can be slow, cut off or without a registry.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ROOT } from './files.ts';

const VERSION = process.version.slice(1);
const PACKAGES = {
  'node_modules/node': { version: VERSION, integrity: 'sha512-a' },
  'node_modules/small': { version: '1.0.0', integrity: 'sha512-b' },
};

const NPM = `#!${process.execPath}
const fs = require('node:fs');
const [command] = process.argv.slice(2);
fs.appendFileSync('npm-calls', command + '\\n');
if (process.env.NO_REGISTRY && command !== 'ci') fail('npm error code ECONNREFUSED');
if (process.env.NO_REGISTRY) fail('npm error code ENOTCACHED');
if (command === 'ci') {
  fs.rmSync('node_modules', { recursive: true, force: true });
  const packages = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')).packages;
  for (const path of Object.keys(packages).filter(Boolean)) {
    fs.mkdirSync(path, { recursive: true });
    fs.writeFileSync(path + '/package.json', '{}');
  }
  const end = () => fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
  if (!process.env.SLOW) end();
  else {
    fs.writeFileSync('half-way', '');
    const timer = setInterval(() => {
      if (!fs.existsSync('go-on')) return;
      clearInterval(timer);
      end();
    }, 20);
  }
}
if (command === 'rebuild') {
  fs.mkdirSync('node_modules/.bin', { recursive: true });
  fs.rmSync('node_modules/.bin/node', { force: true });
  fs.symlinkSync(process.execPath, 'node_modules/.bin/node');
}
function fail(line) {
  console.error(line);
  process.exit(1);
}
`;

const folders: string[] = [];
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function clone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segretariato-setup-'));
  folders.push(folder);
  cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'npm'), NPM, { mode: 0o755 });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { node: VERSION } }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...PACKAGES } }));
  writeFileSync(
    join(folder, 'entry.mjs'),
    'console.log(process.argv.slice(2).join()); process.exitCode = 7;',
  );
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(folder: string, parameters: readonly string[], environment: Record<string, string> = {}) {
  const { npm_execpath: _, ...inherited } = process.env;
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    env: { ...inherited, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, ...environment },
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const said = new Set<() => void>();
  child.stderr.on('data', (chunk) => {
    err += chunk;
    for (const listener of said) listener();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  const says = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (err.includes(words)) resolve();
      };
      said.add(look);
      look();
    });
  return { child, ended, says };
}

async function setUp(folder: string, environment: Record<string, string> = {}): Promise<Ended> {
  return await start(folder, ['scripts/setup.mjs'], environment).ended;
}

function calls(folder: string): string[] {
  const file = join(folder, 'npm-calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

/** Resolves when a file is there. */
function appears(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, look);
    function look(): void {
      if (!existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    }
    look();
  });
}

const FRESH = ['view', 'ci', 'rebuild'];

describe('the set-up', () => {
  test('installs on a fresh clone, then has nothing to do', async () => {
    const folder = clone();
    expect(await setUp(folder)).toMatchObject({ code: 0, out: '' });
    expect(calls(folder)).toEqual(FRESH);
    expect(await setUp(folder)).toEqual({ code: 0, out: '', err: '' });
    expect(calls(folder)).toEqual(FRESH);
  });

  test('takes an installation that npm finished by itself', async () => {
    const folder = clone();
    await setUp(folder);
    rmSync(join(folder, 'node_modules', '.segretariato-setup.json'));
    expect(await setUp(folder)).toEqual({ code: 0, out: '', err: '' });
    expect(calls(folder)).toEqual(FRESH);
  });

  test('installs again when the lock file asks for something else', async () => {
    const folder = clone();
    await setUp(folder);
    const packages = {
      '': {},
      ...PACKAGES,
      'node_modules/small': { version: '1.0.1', integrity: 'sha512-c' },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }));
    expect(await setUp(folder)).toMatchObject({ code: 0 });
    expect(calls(folder)).toEqual([...FRESH, ...FRESH]);
  });

  test('installs again when a package is gone', async () => {
    const folder = clone();
    await setUp(folder);
    rmSync(join(folder, 'node_modules', 'small'), { recursive: true });
    expect(await setUp(folder)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'node_modules', 'small', 'package.json'))).toBe(true);
  });

  test('says what to do without a registry, and keeps nothing as good', async () => {
    const folder = clone();
    const { code, out, err } = await setUp(folder, { NO_REGISTRY: '1' });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('The package registry cannot be reached. Check the network and the proxy');
    expect(existsSync(join(folder, '.setup.lock'))).toBe(false);
    expect(await setUp(folder)).toMatchObject({ code: 0 });
  });

  test('begins again after an interruption', async () => {
    const folder = clone();
    const { child, ended } = start(folder, ['scripts/setup.mjs'], { SLOW: '1' });
    await appears(folder, 'half-way');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 143 });
    expect(existsSync(join(folder, '.setup.lock'))).toBe(false);
    expect(await setUp(folder)).toMatchObject({ code: 0 });
    expect(calls(folder)).toEqual(['view', 'ci', ...FRESH]);
  });

  test('two at once: the second waits and finds everything done', async () => {
    const folder = clone();
    const first = start(folder, ['scripts/setup.mjs'], { SLOW: '1' });
    await appears(folder, 'half-way');
    const second = start(folder, ['scripts/setup.mjs']);
    await second.says('waiting for it');
    writeFileSync(join(folder, 'go-on'), '');
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(calls(folder)).toEqual(FRESH);
  });

  test('killed: its npm is waited for, then the rest is done', async () => {
    const folder = clone();
    const first = start(folder, ['scripts/setup.mjs'], { SLOW: '1' });
    await appears(folder, 'half-way');
    first.child.kill('SIGKILL');
    const second = start(folder, ['scripts/setup.mjs']);
    await second.says('waiting for it');
    writeFileSync(join(folder, 'go-on'), '');
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(calls(folder)).toEqual(FRESH);
  });

  test('a lock whose holder is gone is taken over', async () => {
    const folder = clone();
    const { child, ended } = start(folder, ['-e', '']);
    await ended;
    writeFileSync(join(folder, '.setup.lock'), JSON.stringify({ pid: child.pid, host: '' }));
    expect(await setUp(folder)).toMatchObject({ code: 0 });
    writeFileSync(join(folder, '.setup.lock'), 'not ours');
    rmSync(join(folder, 'node_modules', '.segretariato-setup.json'));
    expect(await setUp(folder)).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, '.setup.lock'))).toBe(false);
  });
});

describe('the runner', () => {
  test('sets up, then is the program: its output alone, its arguments, its exit code', async () => {
    const folder = clone();
    const { ended } = start(folder, ['scripts/run.mjs', 'entry.mjs', '--jsonl', 'b']);
    expect(await ended).toMatchObject({ code: 7, out: '--jsonl,b\n' });
  });

  test('hands signals on and ends as the program ends', async () => {
    const folder = clone();
    writeFileSync(
      join(folder, 'entry.mjs'),
      "process.on('SIGTERM', () => process.exit(9)); setInterval(() => 0, 1000); console.error('ready');",
    );
    const { child, ended, says } = start(folder, ['scripts/run.mjs', 'entry.mjs']);
    await says('ready');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 9 });
  });
});
