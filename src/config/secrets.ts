/** The vault key travels apart from the configuration: given, or made once in DATA_DIR and kept there, mode 0600. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../lib/configuration-error.ts';
import { isCode } from '../lib/error-code.ts';

const FILE = 'vault.key';

/** 32 bytes from `VAULT_KEY` (base64 or hex) or from `DATA_DIR/vault.key`, which is created when absent. */
export function vaultKey(given: string | null, dataDir: string): Buffer {
  if (given !== null) return decode(given);
  const file = join(dataDir, FILE);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const created = createExclusive(file);
  if (created !== null) return created;
  const key = decode(readFileSync(file, 'utf8').trim());
  if (key.length !== 32) {
    throw new ConfigurationError(
      `The vault key in DATA_DIR/${FILE} is damaged: expected 32 bytes in base64. Put back the copy you kept.`,
    );
  }
  return key;
}

/** All or nothing: the file appears whole under its name, or another process's did. */
function createExclusive(file: string): Buffer | null {
  const key = randomBytes(32);
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return key;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return null;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function decode(text: string): Buffer {
  return Buffer.from(text, /^[0-9a-fA-F]{64}$/.test(text) ? 'hex' : 'base64');
}
