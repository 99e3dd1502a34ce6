/** The process: read the configuration, build, start, wait for a signal, stop within ten seconds. */
import { type App, buildApp } from './app.ts';
import { loadConfig } from './config/config.ts';
import { ContentFaults } from './content.ts';
import { ConfigurationError } from './lib/configuration-error.ts';
import { isCode } from './lib/error-code.ts';
import { createLog, describeError } from './lib/log.ts';
import { WrongVaultKey } from './store/check-vault.ts';
import { DataDirInUse } from './store/data-dir-lock.ts';

/** Past this the process ends whatever is still going on; a kill leaves nothing that the next start does not recover. */
const STOP_WITHIN_MS = 10_000;

const GIVE_BACK_AFTER_MS = 5_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const app = await buildApp(config, { log });
  await app.start();
  for (const line of app.summary()) console.error(line);
  console.log(`Segretariato risponde su ${app.url}`);
  giveBackMemory();
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Stopping: what is in flight is finished, nothing new is taken.');
    setTimeout(() => {
      log.error({}, 'The stop took too long: what was left is recovered at the next start.');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    stopAndExit(app, log);
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('unhandledRejection', (error) => {
    log.error(describeError(error), 'A promise was rejected and nobody was listening.');
    stop('unhandledRejection');
  });
}

/**
 * Reading the sheets and opening the database leave much behind, and a process at rest allocates too little to be
 * made to collect it. `npm start` gives the flag (`--expose-gc`); without it nothing happens.
 */
function giveBackMemory(): void {
  setTimeout(
    () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
    GIVE_BACK_AFTER_MS,
  ).unref();
}

function stopAndExit(app: App, log: ReturnType<typeof createLog>): void {
  app.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error(describeError(error), 'The stop did not go well.');
      process.exit(1);
    },
  );
}

/** Faults that the operator mends: one clear sentence instead of a stack. */
function isForOperator(error: unknown): error is Error {
  return (
    error instanceof ConfigurationError ||
    error instanceof DataDirInUse ||
    error instanceof ContentFaults ||
    error instanceof WrongVaultKey
  );
}

main().catch((error: unknown) => {
  if (isForOperator(error)) console.error(error.message);
  else if (isCode(error, 'EADDRINUSE')) {
    console.error('PORT is taken by another program: stop it, or set another PORT.');
  } else console.error('The start failed:', error);
  process.exit(1);
});
