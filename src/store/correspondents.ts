/** From a channel's address to a conversation and its key; both are made at the first message. */
import type { Ids } from '../lib/ids.ts';
import { type DataKey, openJson, sealJson, type Vault } from '../privacy/vault.ts';
import { base64, hex, type Reader, rows, type Writer } from './transaction.ts';

export interface Address {
  readonly channel: string;
  readonly address: string;
}

/** The two ends of a talk: the conversation, and the key that opens its texts. */
export interface Correspondent {
  readonly conversationId: string;
  readonly contactId: string;
  readonly key: DataKey;
}

/** How many opened keys are kept in memory. */
const REMEMBERED = 5_000;

export class Correspondents {
  private readonly known = new Map<string, Correspondent>();
  private readonly opened = new Map<string, DataKey>();
  private readonly vault: Vault;
  private readonly ids: Ids;

  constructor(vault: Vault, ids: Ids) {
    this.vault = vault;
    this.ids = ids;
  }

  hash(address: Address): Buffer {
    return this.vault.lookup('address', address.channel, address.address);
  }

  /** The correspondent of each address, by the hex of its hash; unknown ones are created. */
  async resolve(writer: Writer, addresses: readonly Address[]): Promise<Map<string, Correspondent>> {
    const wanted = new Map(addresses.map((address) => [hex(this.hash(address)), address]));
    const found = new Map<string, Correspondent>();
    for (const hash of wanted.keys()) {
      const known = this.known.get(hash);
      if (known) found.set(hash, known);
    }
    await this.load(
      writer,
      [...wanted.keys()].filter((hash) => !found.has(hash)),
      found,
    );
    const missing = [...wanted].filter(([hash]) => !found.has(hash));
    if (missing.length > 0) {
      await this.create(writer, missing);
      // Read back rather than trusted: another instance may have created the same ones first.
      await this.load(
        writer,
        missing.map(([hash]) => hash),
        found,
      );
    }
    return found;
  }

  /** The correspondent of an address that has written before. */
  async find(reader: Reader, address: Address): Promise<Correspondent | null> {
    const hash = hex(this.hash(address));
    const found = new Map<string, Correspondent>();
    const known = this.known.get(hash);
    if (known) return known;
    await this.load(reader, [hash], found);
    return found.get(hash) ?? null;
  }

  /** After a rollback or an erasure: the next look-up asks the database. */
  forget(): void {
    this.known.clear();
    this.opened.clear();
  }

  /** Opens a contact's key as it came out of the database. */
  openKey(contactId: string, keySealed: Uint8Array): DataKey {
    const known = this.opened.get(contactId);
    if (known) return known;
    const key = this.vault.openDataKey(contactId, keySealed);
    remember(this.opened, contactId, key);
    return key;
  }

  private async load(
    reader: Reader,
    hashes: readonly string[],
    into: Map<string, Correspondent>,
  ): Promise<void> {
    if (hashes.length === 0) return;
    const found = await rows<{ hash: string; id: string; contact_id: string; key_sealed: Uint8Array }>(
      reader,
      `SELECT encode(c.address_hash, 'hex') AS hash, c.id::text AS id, c.contact_id::text AS contact_id, k.key_sealed
         FROM conversation c JOIN contact k ON k.id = c.contact_id
        WHERE c.address_hash IN (SELECT decode(h, 'hex') FROM jsonb_array_elements_text($1::jsonb) AS h)`,
      JSON.stringify(hashes),
    );
    for (const row of found) {
      const correspondent: Correspondent = {
        conversationId: row.id,
        contactId: row.contact_id,
        key: this.openKey(row.contact_id, row.key_sealed),
      };
      into.set(row.hash, correspondent);
      remember(this.known, row.hash, correspondent);
    }
  }

  private async create(writer: Writer, missing: readonly (readonly [string, Address])[]): Promise<void> {
    const fresh = missing.map(([hash, address]) => {
      const contactId = this.ids.next();
      const { key, sealed } = this.vault.createDataKey(contactId);
      return {
        hash,
        contact: contactId,
        key: base64(sealed),
        conversation: this.ids.next(),
        channel: address.channel,
        address: base64(sealJson(key, address.address, 'address')),
      };
    });
    const json = JSON.stringify(fresh);
    await writer.$executeRawUnsafe(
      `INSERT INTO contact (id, key_sealed)
       SELECT x.contact, decode(x.key, 'base64') FROM jsonb_to_recordset($1::jsonb) AS x(contact uuid, key text)`,
      json,
    );
    await writer.$executeRawUnsafe(
      `INSERT INTO conversation (id, contact_id, channel, address_hash, address_sealed)
       SELECT x.conversation, x.contact, x.channel, decode(x.hash, 'hex'), decode(x.address, 'base64')
         FROM jsonb_to_recordset($1::jsonb)
           AS x(conversation uuid, contact uuid, channel text, hash text, address text)
        ORDER BY x.hash
       ON CONFLICT (address_hash) DO NOTHING`,
      json,
    );
    await writer.$executeRawUnsafe(
      `DELETE FROM contact k USING jsonb_to_recordset($1::jsonb) AS x(contact uuid)
        WHERE k.id = x.contact AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.contact_id = k.id)`,
      json,
    );
  }
}

/** Keeps the latest entries of a map, within a bound. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value);
  if (map.size <= REMEMBERED) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}

/** A sealed address, opened. */
export function openAddress(key: DataKey, sealed: Uint8Array): string {
  const address = openJson(key, sealed, 'address');
  if (typeof address !== 'string') throw new Error('A sealed address is not a text.');
  return address;
}
