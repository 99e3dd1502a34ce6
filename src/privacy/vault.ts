/**
 * Sealing: every text, address and remembered state is AES-256-GCM ciphertext under a key per contact, itself
 * sealed by the vault key. Destroying a contact's row destroys its key. Look-ups go through an HMAC.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** A contact's data key, opened. Lives in memory only. */
export type DataKey = KeyObject & { readonly __brand: 'data-key' };

/** Ciphertext that does not open: the wrong key, or bytes that were changed. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

export class Vault {
  private readonly wrapKey: KeyObject;
  private readonly lookupKey: KeyObject;
  private readonly cookieSecret: Buffer;

  /** @param key 32 bytes: `VAULT_KEY`. */
  constructor(key: Buffer) {
    if (key.length !== 32) throw new Error('The vault key must be 32 bytes long.');
    this.wrapKey = createSecretKey(derive(key, 'wrap'));
    this.lookupKey = createSecretKey(derive(key, 'lookup'));
    this.cookieSecret = derive(key, 'web-session');
  }

  /** A new key for a contact: open, and sealed for the store. `contactId` binds the two. */
  createDataKey(contactId: string): { key: DataKey; sealed: Buffer } {
    const key = randomBytes(32);
    return { key: dataKey(key), sealed: seal(this.wrapKey, key, `contact:${contactId}`) };
  }

  openDataKey(contactId: string, sealed: Uint8Array): DataKey {
    return dataKey(open(this.wrapKey, sealed, `contact:${contactId}`));
  }

  /** Where to look a value up without keeping it: HMAC-SHA-256 under a key of its own. */
  lookup(kind: string, ...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.lookupKey)
      .update([kind, ...parts].join('\u0000'))
      .digest();
  }

  /** Signs the web chat's cookies. */
  get webSessionSecret(): Buffer {
    return this.cookieSecret;
  }
}

/** Seals JSON under a contact's key; `purpose` must be the same on opening. */
export function sealJson(key: DataKey, value: unknown, purpose: string): Buffer {
  return seal(key, Buffer.from(JSON.stringify(value), 'utf8'), purpose);
}

export function openJson(key: DataKey, sealed: Uint8Array, purpose: string): unknown {
  return JSON.parse(open(key, sealed, purpose).toString('utf8'));
}

function dataKey(bytes: Buffer): DataKey {
  return createSecretKey(bytes) as DataKey;
}

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, 'segretariato', purpose, 32));
}

function seal(key: KeyObject, plain: Buffer, purpose: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

function open(key: KeyObject, sealed: Uint8Array, purpose: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('A sealed value does not open with this key.', { cause: error });
  }
}
