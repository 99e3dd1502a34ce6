/**
 * `npm run dead-letters`: the messages that no turn could take or no channel could send, as codes, newest first.
 * `npm run dead-letters -- --retry ID`: gives one another chance at the next start (or within seconds on a server).
 */
import { deadLetters, retryDeadLetter } from '../store/reports.ts';
import { withDatabase } from './with-database.ts';

const MOST = 200;

const [flag, id] = process.argv.slice(2);
await withDatabase(async (database) => {
  if (flag === '--retry' && id !== undefined && /^\d+$/.test(id)) {
    const found = await retryDeadLetter(database, id);
    console.log(found ? `Message ${id} will be tried again.` : `There is no dead letter ${id}.`);
    process.exitCode = found ? 0 : 1;
    return;
  }
  if (flag !== undefined) {
    console.error('Usage: npm run dead-letters [-- --retry ID]');
    process.exitCode = 1;
    return;
  }
  const letters = await deadLetters(database, MOST);
  if (letters.length === 0) console.log('No dead letters.');
  for (const letter of letters) {
    const { id: messageId, at, status, channel, code, attempts } = letter;
    console.log(
      [messageId, at.toISOString(), status, channel, code ?? '-', `${attempts} attempts`].join('  '),
    );
  }
});
