import type { Database } from './database.ts';
import { transact } from './transaction.ts';

/** Deletes the conversations whose last message came before a date, and the contacts left without one. */
export async function forgetBefore(database: Database, before: Date): Promise<number> {
  return await transact(database, async (writer) => {
    const forgotten = await writer.$executeRawUnsafe(
      'DELETE FROM conversation WHERE COALESCE(last_inbound_at, created_at) < $1::timestamptz',
      before.toISOString(),
    );
    if (forgotten > 0) {
      await writer.$executeRawUnsafe(
        `DELETE FROM contact k WHERE k.created_at < $1::timestamptz
            AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.contact_id = k.id)`,
        before.toISOString(),
      );
    }
    return forgotten;
  });
}
