/** Child processes for the scripts of this folder. No dependency, so that it runs before the installation. */
import { spawn } from 'node:child_process';
import { existsSync, writeSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** The Node that the project runs on, whatever the machine has: it comes with the dependencies. */
export const PINNED_NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** One line to the operator. Standard error, so that a command's standard output stays clean. */
export function say(line) {
  writeSync(2, `${line}\n`);
}

/** The environment in which `node` is the pinned one. */
export function pinnedEnvironment() {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: [bin, ...pathFolders().filter((folder) => folder !== bin)].join(delimiter) };
}

/**
 * Runs a command to its end and keeps what it wrote.
 * @returns {Promise<{code: number, output: string}>} `code` is 127 when the command does not exist,
 *   128 + n when signal n ended it. `timeout`: milliseconds after which it is stopped; 0 is never.
 */
export function capture(command, parameters, { environment = process.env, onStart, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output }));
    if (child.pid !== undefined) onStart?.(child);
  });
}

/**
 * Runs npm with the Node that was on the machine before ours: an installation replaces `node_modules`, and must not
 * run on the program it is about to delete.
 */
export function npm(parameters, options) {
  const environment = {
    ...process.env,
    PATH: pathFolders()
      .filter((folder) => !isOurs(folder))
      .join(delimiter),
  };
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js') && !isOurs(own) && existsSync(own)) {
    const node = isOurs(process.execPath) ? 'node' : process.execPath;
    return capture(node, [own, ...parameters], { ...options, environment });
  }
  return capture('npm', parameters, { ...options, environment });
}

/**
 * Becomes, as far as Node can, the given command: same input and output, signals handed on, same end.
 * An interrupt typed in a terminal already reaches the child, so it is handed on only where there is no terminal:
 * twice would mean "stop without waiting".
 */
export function become(command, parameters) {
  const child = spawn(command, parameters, { stdio: 'inherit', env: pinnedEnvironment() });
  const hasTerminal = Boolean(process.stdin.isTTY);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];
  for (const signal of signals) {
    process.on(signal, () => {
      if (signal === 'SIGINT' && hasTerminal) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    say(`Cannot start ${command}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const handled of signals) process.removeAllListeners(handled);
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(exitCode(null, signal)), 1000);
  });
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 };

/** The number a shell would give for that end. */
export function exitCode(code, signal) {
  return code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0);
}

function pathFolders() {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

function isOurs(path) {
  return path.startsWith(join(ROOT, 'node_modules') + sep) || path === join(ROOT, 'node_modules', '.bin');
}
