/** `npm run handoffs`: who waits for a person, the urgent first; no names and no words, as until the console comes. */
import { openHandoffs } from '../store/reports.ts';
import { withDatabase } from './with-database.ts';

const MOST = 500;

await withDatabase(async (database) => {
  const requests = await openHandoffs(database, MOST);
  if (requests.length === 0) console.log('Nobody is waiting for a person.');
  for (const request of requests) {
    const crisis = request.crisis ? `${request.crisis} (${request.urgency})` : '-';
    console.log(
      [
        request.requestedAt.toISOString(),
        request.reason,
        crisis,
        request.comune ?? '-',
        request.language,
        request.channel,
      ].join('  '),
    );
  }
});
