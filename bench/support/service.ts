/** The real service as a process of its own, started as `npm start` starts it, and killed without warning when asked. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What `npm start` runs once the set-up is done. */
const START = startCommand();
const READY_WITHIN_MS = 60_000;

export class Service {
  readonly environment: Readonly<Record<string, string>>;
  url = '';
  /** Milliseconds from the start of the process to its ready line. */
  startedInMs = 0;
  /** Everything the process printed, both streams. */
  output = '';
  private child: ChildProcess | null = null;

  /** @param environment variables besides PORT, which is a free one kept over restarts. */
  constructor(environment: Readonly<Record<string, string>>) {
    this.environment = environment;
  }

  async start(): Promise<void> {
    const began = performance.now();
    const child = spawn('sh', ['-c', START], {
      cwd: ROOT,
      env: {
        PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`,
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (data: Buffer) => {
      this.output += data.toString('utf8');
    });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Not ready in time:\n${this.output}`)), READY_WITHIN_MS);
      child.once('exit', (code) => reject(new Error(`The service ended with ${code}:\n${this.output}`)));
      child.stdout.on('data', (data: Buffer) => {
        this.output += data.toString('utf8');
        const url = /https?:\/\/\S+/.exec(data.toString('utf8'))?.[0];
        if (url === undefined) return;
        clearTimeout(late);
        this.url = url;
        resolve();
      });
    });
    this.startedInMs = performance.now() - began;
    child.removeAllListeners('exit');
  }

  /** SIGKILL: no goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM. @returns milliseconds until it had ended. */
  async stop(): Promise<number> {
    const began = performance.now();
    await this.end('SIGTERM');
    return performance.now() - began;
  }

  /** Resident memory now, in MB. */
  memoryMb(): number {
    const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

function startCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const command = scripts.start.slice(scripts.start.indexOf('exec '));
  if (!command.startsWith('exec '))
    throw new Error('The start script no longer ends with the command it becomes.');
  return command;
}
