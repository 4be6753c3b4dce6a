import { createHash } from 'node:crypto';

/** RFC 4648, lower case. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/**
 * Gives an article's id: 12 characters of base32 of SHA-256 over its categories and its file name, in Unicode form NFC.
 * Moving the archive's root keeps every id, and with it every bookmark.
 * `folder` joins in where two files would have the same id.
 */
export function buildArticleId(
  categories: readonly string[],
  fileName: string,
  folder = '',
): string {
  const key = [...categories, fileName].join('/') + (folder === '' ? '' : `\n${folder}`);
  return hashToBase32(key.normalize('NFC'));
}

/** 60 bits of SHA-256 in 12 letters. */
export function hashToBase32(data: string | Uint8Array): string {
  const hash = createHash('sha256').update(data).digest();
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let id = '';
  for (let i = LENGTH - 1; i >= 0; i--) id += BASE32[Number((bits >> BigInt(5 * i)) & 31n)];
  return id;
}
