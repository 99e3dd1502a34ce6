/**
 * One set-up at a time in a clone. The lock is a file that names its holder; it is stale, and taken over, when the
 * holder and the program it was running are gone, or when it has given no sign of life for too long.
 */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const SIGN_OF_LIFE_MS = 2_000;
/** A holder on another machine (or container) is known only by its signs of life. */
const SILENT_ELSEWHERE_MS = 60_000;
/** On this machine its process counts; this bounds the wait when the number now belongs to another program. */
const SILENT_HERE_MS = 15 * 60_000;
const POLL_MS = 200;

/**
 * Waits for the lock and takes it.
 * @param {string} path the lock file
 * @param {(holder: number) => void} onWait called once, with the holder's process id, when somebody else has it
 * @returns {Promise<{running(child: number): void, release(): void}>} `running` names the program at work under
 *   the lock: should we be killed, nobody takes over while it still writes.
 */
export async function takeLock(path, onWait) {
  let told = false;
  for (;;) {
    if (create(path, { pid: process.pid, host: hostname() })) break;
    const holder = read(path);
    if (holder === null) continue;
    if (isStale(holder)) {
      removeStale(path, holder);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await sleep(POLL_MS);
  }
  const alive = setInterval(() => touch(path), SIGN_OF_LIFE_MS);
  alive.unref();
  return {
    running(child) {
      const next = `${path}.${process.pid}`;
      writeFileSync(next, JSON.stringify({ pid: process.pid, host: hostname(), child }));
      renameSync(next, path);
    },
    release() {
      clearInterval(alive);
      rmSync(path, { force: true });
    },
  };
}

/** Creates the file with its content in one act; false when it is already there. */
function create(path, holder) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null when the lock has just been released. A file that is not ours to understand has process id 0. */
function read(path) {
  try {
    const text = readFileSync(path, 'utf8');
    const touchedAt = statSync(path).mtimeMs;
    const { pid = 0, host = '', child = 0 } = parse(text);
    return { pid, host, child, touchedAt };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function isStale({ pid, host, child, touchedAt }) {
  const silentFor = Date.now() - touchedAt;
  if (host !== '' && host !== hostname()) return silentFor > SILENT_ELSEWHERE_MS;
  const beforeThisBoot = touchedAt < Date.now() - uptime() * 1000 - 5_000;
  return beforeThisBoot || silentFor > SILENT_HERE_MS || !(isAlive(pid) || isAlive(child));
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Only one of those who find it stale removes it, and never a lock that was renewed in the meantime. */
function removeStale(path, seen) {
  const breaking = `${path}.breaking`;
  if (!create(breaking, { pid: process.pid, host: hostname() })) {
    const other = read(breaking);
    if (other !== null && isStale(other)) rmSync(breaking, { force: true });
    return;
  }
  const now = read(path);
  if (now !== null && now.pid === seen.pid && now.touchedAt === seen.touchedAt) rmSync(path, { force: true });
  rmSync(breaking, { force: true });
}

function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
