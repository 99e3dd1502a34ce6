import { randomBytes } from 'node:crypto';

/** Ids given from outside, so that a test can foresee them. */
export interface Ids {
  /** A new unique id (UUID, time-ordered). */
  next(): string;
}

/** UUID version 7 (RFC 9562): time first, so that index pages fill in order. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export const randomIds: Ids = { next: () => uuidv7() };
