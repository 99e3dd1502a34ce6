/**
 * Who may write is visible in the types: a `Writer` exists only inside `transact`. The hot statements are SQL over
 * JSON arrays (`jsonb_to_recordset`), one a batch, the same on both databases.
 */
import type { Database } from './database.ts';
import type { PrismaClient } from './generated/client.ts';

export type Reader = Pick<PrismaClient, '$queryRawUnsafe'>;
export type Writer = Reader & Pick<PrismaClient, '$executeRawUnsafe'> & { readonly [WRITES]: true };
declare const WRITES: unique symbol;

/** How long a transaction waits for its connection and may last, in milliseconds. */
const LIMITS = { maxWait: 15_000, timeout: 30_000 };

/** One transaction: everything `work` writes is kept, or nothing is. */
export async function transact<Result>(
  database: Database,
  work: (writer: Writer) => Promise<Result>,
): Promise<Result> {
  return await database.prisma.$transaction(async (tx) => await work(tx as unknown as Writer), LIMITS);
}

/** Rows of a statement; the caller knows the columns it asked for. */
export async function rows<Row>(reader: Reader, sql: string, ...values: readonly unknown[]): Promise<Row[]> {
  return await reader.$queryRawUnsafe<Row[]>(sql, ...values);
}

/** Bytes as they travel inside a JSON parameter; the SQL side decodes with `decode(x, 'base64')`. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** A key for maps from bytes that came out of the database or an HMAC. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
