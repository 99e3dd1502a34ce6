/** What the web chat reads: both ways of a talk, opened, in order; and the news that there is more. */
import type { Choice, IncomingContent, OutgoingMessage } from '../channels/channel.ts';
import type { WebchatEntry, WebchatStore } from '../channels/webchat/store.ts';
import { type DataKey, openJson } from '../privacy/vault.ts';
import type { Correspondents } from './correspondents.ts';
import type { Database } from './database.ts';
import { hex, rows, type Writer } from './transaction.ts';

const NEWS = 'segretariato_webchat';

/** How many earlier entries are read to find the label of a pressed button. */
const LABEL_WINDOW = 40;

interface EntryRow {
  id: bigint;
  author: 'citizen' | 'assistant' | 'worker';
  content_sealed: Uint8Array;
  sent_at: Date;
  created_at: Date;
}

/** Tells every process that shows these web conversations that they have grown; takes effect at the commit. */
export async function tellWebchat(writer: Writer, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await writer.$queryRawUnsafe(
    `SELECT pg_notify('${NEWS}', encode(c.address_hash, 'hex'))::text FROM conversation c
      WHERE c.id IN (SELECT i::uuid FROM jsonb_array_elements_text($1::jsonb) AS i)`,
    JSON.stringify([...new Set(conversationIds)]),
  );
}

export class WebchatHistory implements WebchatStore {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly database: Database;
  private readonly correspondents: Correspondents;

  constructor(database: Database, correspondents: Correspondents) {
    this.database = database;
    this.correspondents = correspondents;
  }

  /** Begins to hear what other processes and this one write. @returns the way to end it. */
  async start(): Promise<() => Promise<void>> {
    return await this.database.listen(NEWS, {
      onNews: (addressHash) => this.call(addressHash),
      // After a broken connection something may have been missed: everybody looks again.
      onGap: () => {
        for (const addressHash of this.listeners.keys()) this.call(addressHash);
      },
    });
  }

  async history(sessionId: string, after: string | null, limit: number): Promise<readonly WebchatEntry[]> {
    const correspondent = await this.correspondents.find(this.database.prisma, address(sessionId));
    if (!correspondent) return [];
    const { conversationId, key } = correspondent;
    const found =
      after === null
        ? (await this.read(conversationId, 'TRUE', 'DESC', limit, '0')).reverse()
        : await this.read(conversationId, 'id > $3::bigint', 'ASC', limit, position(after));
    const first = found[0];
    const earlier = first
      ? (
          await this.read(conversationId, 'id < $3::bigint', 'DESC', LABEL_WINDOW, first.id.toString())
        ).reverse()
      : [];
    return entries(key, [...earlier, ...found]).slice(earlier.length);
  }

  subscribe(sessionId: string, onChange: () => void): () => void {
    const hash = hex(this.correspondents.hash(address(sessionId)));
    const listeners = this.listeners.get(hash) ?? new Set();
    listeners.add(onChange);
    this.listeners.set(hash, listeners);
    return () => {
      listeners.delete(onChange);
      if (listeners.size === 0 && this.listeners.get(hash) === listeners) this.listeners.delete(hash);
    };
  }

  private call(addressHash: string): void {
    for (const onChange of this.listeners.get(addressHash) ?? []) onChange();
  }

  private async read(
    conversationId: string,
    where: 'TRUE' | 'id > $3::bigint' | 'id < $3::bigint',
    order: 'ASC' | 'DESC',
    limit: number,
    id: string,
  ): Promise<EntryRow[]> {
    return await rows<EntryRow>(
      this.database.prisma,
      `SELECT id, author, content_sealed, sent_at, created_at FROM message
        WHERE conversation_id = $1::uuid AND status <> 'cancelled' AND ${where} AND $3::bigint IS NOT NULL
        ORDER BY id ${order} LIMIT $2::int`,
      conversationId,
      limit,
      id,
    );
  }
}

function address(sessionId: string): { channel: string; address: string } {
  return { channel: 'webchat', address: sessionId };
}

/** The id of an event stream comes back from the browser: anything but one of ours starts from the beginning. */
function position(after: string): string {
  return /^\d{1,18}$/.test(after) ? after : '0';
}

function entries(key: DataKey, found: readonly EntryRow[]): WebchatEntry[] {
  const labels = new Map<string, string>();
  return found.map((row): WebchatEntry => {
    const common = { id: row.id.toString(), from: row.author, at: row.created_at };
    const sealed = openJson(key, row.content_sealed, 'message');
    if (row.author !== 'citizen') {
      const { text, choices } = sealed as OutgoingMessage;
      for (const choice of choices) labels.set(choice.id, choice.label);
      return { ...common, kind: 'text', text, choices, providerMessageId: null };
    }
    const { content, providerMessageId } = sealed as { content: IncomingContent; providerMessageId: string };
    const mine = { ...common, choices: [] as Choice[], providerMessageId };
    if (content.kind === 'choice') {
      return { ...mine, kind: 'choice', text: labels.get(content.choiceId) ?? '✓' };
    }
    return { ...mine, kind: 'text', text: content.kind === 'text' ? content.text : '' };
  });
}
