/** For the operator's commands: the database of the configuration, opened and closed round one piece of work. */
import { loadConfig } from '../config/config.ts';
import { ConfigurationError } from '../lib/configuration-error.ts';
import { DataDirInUse } from '../store/data-dir-lock.ts';
import { type Database, openDatabase } from '../store/database.ts';

export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  try {
    const { databaseUrl, dataDir } = loadConfig();
    const database = await openDatabase(
      databaseUrl === null ? { kind: 'embedded', dataDir } : { kind: 'server', url: databaseUrl },
    );
    try {
      await work(database);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigurationError) && !(error instanceof DataDirInUse)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
