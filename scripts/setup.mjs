/**
 * Makes a clone ready: dependencies from the lock file, the pinned Node, the generated database client. Needs
 * nothing but a Node from 18 on and npm. Quick when there is nothing to do, safe to interrupt and to run twice at
 * once. `npm start` and `npm test` call it; by hand: `node scripts/setup.mjs`.
 */
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lib/lock.mjs';
import { capture, exitCode, npm, PINNED_NODE, pinnedEnvironment, ROOT, say } from './lib/processes.mjs';
import { fingerprints, isInstalled, pinnedVersion, STAMP, whatIsMissing } from './lib/state.mjs';

const LOCK = join(ROOT, '.setup.lock');
const PATIENCE = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];
const PROBE_MS = 40_000;
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--loglevel=error'];

/** A set-up that could not be done: the message says what failed and what to do. */
class SetupFailure extends Error {}

/** Does what is missing. Ends the process with code 1, and words for the operator, when it cannot. */
export async function setUp() {
  if (!somethingMissing()) return;
  const lock = await takeLock(LOCK, (holder) =>
    say(`Another set-up of this folder is running (process ${holder}): waiting for it.`),
  );
  let child = null;
  const started = (process_) => {
    child = process_;
    lock.running(process_.pid);
  };
  const stop = (signal) => {
    const end = () => {
      lock.release();
      process.exit(exitCode(null, signal));
    };
    if (child === null || child.exitCode !== null || child.signalCode !== null) end();
    child.once('close', end);
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  try {
    await doWhatIsMissing(started);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    process.exitCode = 1;
  } finally {
    lock.release();
    process.off('SIGINT', stop).off('SIGTERM', stop).off('SIGHUP', stop);
  }
  if (process.exitCode === 1) process.exit(1);
}

function somethingMissing() {
  return Object.values(whatIsMissing()).some(Boolean);
}

async function doWhatIsMissing(onStart) {
  const missing = whatIsMissing();
  if (missing.dependencies) await installDependencies(onStart);
  if (missing.node) await fetchNode(onStart);
  if (missing.client) await generateClient(onStart);
  writeStamp();
  if (missing.dependencies || missing.node) await learnBeforehand(onStart);
}

/** Install scripts are off: the only one we want is the pinned Node's, and it has its own step. */
async function installDependencies(onStart) {
  rmSync(STAMP, { force: true });
  const what = 'The dependencies could not be installed';
  const done = timed('Installing the dependencies (the first time it takes one or two minutes)');
  const probe = await askRegistry(onStart);
  const silent = probe.code === 143 || (probe.code !== 0 && NETWORK.test(probe.output));
  if (silent) say('The package registry does not answer: trying with what npm kept from earlier times.');
  const source = silent ? ['--offline'] : PATIENCE;
  const parameters = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', ...QUIET, ...source];
  const { code, output } = await npm(parameters, { onStart });
  if (code !== 0 && silent) throw new SetupFailure(explain(what, probe.code, probe.output, NO_REGISTRY));
  if (code !== 0) throw new SetupFailure(explain(what, code, output));
  if (!isInstalled()) throw new SetupFailure('The dependencies are incomplete after "npm ci". Run it again.');
  done();
}

/** One small question first: without an answer npm would ask again for hundreds of packages, for minutes. */
function askRegistry(onStart) {
  const parameters = ['view', 'node', 'name', ...QUIET, '--prefer-online', '--fetch-retries=1', PATIENCE[1]];
  return npm(parameters, { onStart, timeout: PROBE_MS });
}

async function fetchNode(onStart) {
  const version = pinnedVersion();
  if (await runs(version)) return;
  const done = timed(`Fetching Node ${version}, which the project runs on`);
  const { code, output } = await npm(['rebuild', 'node', '--ignore-scripts=false', ...QUIET, ...PATIENCE], {
    onStart,
  });
  if (code !== 0) throw new SetupFailure(explain(`Node ${version} could not be fetched`, code, output));
  if (!(await runs(version))) {
    throw new SetupFailure(
      `Node ${version} was fetched but does not run here (${process.platform}, ${process.arch}).\n` +
        'It needs Linux with glibc, or macOS. Details in README.md, "What it needs".',
    );
  }
  done();
}

async function generateClient(onStart) {
  const prisma = join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
  const options = { environment: pinnedEnvironment(), onStart };
  const { code, output } = await capture(PINNED_NODE, [prisma, 'generate'], options);
  if (code !== 0) throw new SetupFailure(`The database client could not be generated:\n${lastLines(output)}`);
}

/** What the assistant learns from its example messages would be learnt at the first start: here it costs nobody's wait. */
async function learnBeforehand(onStart) {
  const learn = join(ROOT, 'src', 'cli', 'understanding', 'learn.ts');
  if (!existsSync(learn)) return;
  const done = timed('Learning from the example messages');
  const { code, output } = await capture(PINNED_NODE, [learn], { environment: pinnedEnvironment(), onStart });
  if (code === 0) done();
  else
    say(`The example messages could not be learnt from now; the start will try again.\n${lastLines(output)}`);
}

async function runs(version) {
  const { code, output } = await capture(PINNED_NODE, ['--version']);
  return code === 0 && output.trim() === `v${version}`;
}

function writeStamp() {
  const draft = `${STAMP}.${process.pid}`;
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(draft, JSON.stringify({ ...fingerprints(), node: pinnedVersion() }));
  renameSync(draft, STAMP);
}

function timed(what) {
  const start = Date.now();
  say(`${what}...`);
  return () => say(`... done in ${Math.max(1, Math.round((Date.now() - start) / 1000))} s.`);
}

const NO_REGISTRY =
  'The package registry cannot be reached. Check the network and the proxy (HTTPS_PROXY, "npm config get registry").';

const NETWORK = /ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT|E50[234]\b/;

const ADVICE = [
  {
    pattern: /CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/,
    advice: 'The certificate of the registry is not trusted. Check "npm config get cafile".',
  },
  { pattern: NETWORK, advice: NO_REGISTRY },
  { pattern: /ENOSPC/, advice: 'The disk is full: about 1 GB is needed.' },
  {
    pattern: /EACCES|EPERM/,
    advice: 'Files belong to somebody else. Check who owns this folder and its node_modules.',
  },
  {
    pattern: /EUSAGE|can only install packages when/,
    advice: 'package-lock.json does not match package.json. Run "npm install" and look at what changed.',
  },
  {
    pattern: /EINTEGRITY/,
    advice: 'A package is not the one that package-lock.json names. Run "npm cache verify".',
  },
];

function explain(what, code, output, otherwise = `npm ended with code ${code}.`) {
  if (code === 127) return `${what}: npm was not found. Install Node with npm, version 18 or later.`;
  const reason = ADVICE.find(({ pattern }) => pattern.test(output))?.advice ?? otherwise;
  return `${lastLines(output)}\n${what}. ${reason}\nThen run the same command again: nothing half-done is kept as good.`;
}

function lastLines(output) {
  return output.trimEnd().split('\n').slice(-8).join('\n');
}

const isCommand = realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url);
if (isCommand) await setUp();
