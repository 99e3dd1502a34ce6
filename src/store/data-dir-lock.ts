/**
 * One process a data folder: two on the same embedded database would corrupt it. The lock is a file that names its
 * owner by process id and by the moment that process started, so that a lock left by a killed process (or by a
 * container whose new process has the same id) is recognised and taken over at once.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCode } from '../lib/error-code.ts';
import { uuidv7 } from '../lib/ids.ts';

const FILE = 'segretariato.lock';

/** Another living process uses the folder. The message is for the operator. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  constructor(dataDir: string, pid: number) {
    super(
      `Another Segretariato (process ${pid}) is already using the data folder ${dataDir}. ` +
        'Two processes on one embedded database would damage it: stop the other one, or set another DATA_DIR, ' +
        'or use a PostgreSQL server with DATABASE_URL.',
    );
  }
}

interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly started: string;
}

export interface DataDirLock {
  release(): void;
}

/** @throws DataDirInUse when a living process holds the folder. */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, FILE);
  const own: Owner = { token: uuidv7(), pid: process.pid, started: processStart(process.pid) ?? '' };
  const draft = `${file}.${own.token}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      if (link(draft, file)) break;
      const owner = readOwner(file);
      if (owner === 'gone') continue;
      if (owner !== 'unreadable' && isAlive(owner)) throw new DataDirInUse(dataDir, owner.pid);
      setAside(file, owner === 'unreadable' ? null : owner.token, own.token);
    }
  } finally {
    unlinkSync(draft);
  }
  return {
    release: () => {
      const owner = readOwner(file);
      if (owner !== 'gone' && owner !== 'unreadable' && owner.token === own.token) unlinkSync(file);
    },
  };
}

/** Moves a dead owner's lock away; when another starter was quicker and it is theirs that moved, puts it back. */
function setAside(file: string, deadToken: string | null, ownToken: string): void {
  const aside = `${file}.dead.${ownToken}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readOwner(aside);
  const isTheDeadOne =
    moved === 'unreadable' ? deadToken === null : moved !== 'gone' && moved.token === deadToken;
  if (!isTheDeadOne) link(aside, file);
  unlinkSync(aside);
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readOwner(file: string): Owner | 'gone' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 'gone';
    throw error;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (
      typeof value === 'object' &&
      value !== null &&
      'token' in value &&
      'pid' in value &&
      'started' in value &&
      typeof value.token === 'string' &&
      typeof value.pid === 'number' &&
      typeof value.started === 'string'
    ) {
      return { token: value.token, pid: value.pid, started: value.started };
    }
    return 'unreadable';
  } catch {
    // Not JSON: a file cut short by a crash; nobody holds it.
    return 'unreadable';
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
    if (!isCode(error, 'EPERM')) throw error;
  }
  const started = processStart(owner.pid);
  return started === null || started === owner.started;
}

/** When a process started, in clock ticks since boot (field 22 of /proc/PID/stat); null where there is no /proc. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[19] ?? null;
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH')) return null;
    throw error;
  }
}
