/** What the set-up finds on disk: read-only questions, quick enough to be asked at every start. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PINNED_NODE, ROOT } from './processes.mjs';

export const STAMP = join(ROOT, 'node_modules', '.segretariato-setup.json');
const GENERATED = join(ROOT, 'src', 'store', 'generated');

/**
 * What is left to do. `dependencies`: install them. `node`: fetch the pinned Node. `client`: generate the
 * database client. All false: the clone is ready.
 */
export function whatIsMissing() {
  const stamp = readJson(STAMP);
  const prints = fingerprints();
  const dependencies = !(stamp?.lock === prints.lock ? isComplete() : isInstalled());
  return {
    dependencies,
    node: dependencies || !existsSync(PINNED_NODE) || stamp?.node !== pinnedVersion(),
    client: hasSchema() && (dependencies || stamp?.schema !== prints.schema || !existsSync(GENERATED)),
  };
}

/** The hashes kept in the stamp: of what decides the dependencies, and of what decides the generated client. */
export function fingerprints() {
  const lock = hash('package-lock.json');
  return { lock, schema: `${hash('prisma/schema.prisma')}${hash('prisma.config.ts')}` };
}

/** The version of Node that package.json asks for. */
export function pinnedVersion() {
  return readJson(join(ROOT, 'package.json'))?.devDependencies?.node;
}

/**
 * True when npm finished an installation of exactly what package-lock.json says, with or without our stamp. npm
 * writes its own record of the tree last: an interrupted installation has none, or one that does not match.
 */
export function isInstalled() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const found = installedPackages();
  if (wanted === undefined || found === undefined) return false;
  const all = Object.entries(wanted).filter(([path]) => path !== '');
  const nothingLacks = all.every(
    ([path, package_]) => package_.optional === true || same(found[path], package_),
  );
  const nothingStrange = Object.entries(found).every(([path, package_]) => same(wanted[path], package_));
  return nothingLacks && nothingStrange && isComplete();
}

/** True when every package npm recorded is still there. */
function isComplete() {
  const found = installedPackages();
  return (
    found !== undefined && Object.keys(found).every((path) => existsSync(join(ROOT, path, 'package.json')))
  );
}

function installedPackages() {
  return readJson(join(ROOT, 'node_modules', '.package-lock.json'))?.packages;
}

function same(one, other) {
  return one !== undefined && one.version === other.version && one.integrity === other.integrity;
}

function hasSchema() {
  return existsSync(join(ROOT, 'prisma', 'schema.prisma'));
}

function hash(path) {
  const file = join(ROOT, path);
  if (!existsSync(file)) return '';
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Undefined when the file is missing or was left half-written: both mean "do it again". */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
