import type { Vault } from '../privacy/vault.ts';
import type { Database } from './database.ts';
import { rows } from './transaction.ts';

/** The vault key is not the one that sealed this database. */
export class WrongVaultKey extends Error {
  override readonly name = 'WrongVaultKey';
  constructor(options: ErrorOptions) {
    super(
      'The vault key does not open the texts in this database: it was sealed with another VAULT_KEY (or with the ' +
        'vault.key of another DATA_DIR). Put the right key back; nothing was changed.',
      options,
    );
  }
}

/** @throws WrongVaultKey before anything is written under a key that cannot read what is there. */
export async function checkVaultKey(database: Database, vault: Vault): Promise<void> {
  const [contact] = await rows<{ id: string; key_sealed: Uint8Array }>(
    database.prisma,
    'SELECT id::text AS id, key_sealed FROM contact LIMIT 1',
  );
  if (!contact) return;
  try {
    vault.openDataKey(contact.id, contact.key_sealed);
  } catch (error) {
    throw new WrongVaultKey({ cause: error });
  }
}
