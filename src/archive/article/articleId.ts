import { hash } from 'node:crypto';

/** RFC 4648, lower case. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/**
 * Gives an article's id: 12 characters of base32 of SHA-256 over its categories and its file name, in Unicode form NFC.
 * Moving the archive's root keeps every id, and with it every bookmark.
 * `path` joins in where two files would have the same id; as it stands, since two files can differ in Unicode form alone.
 */
export function buildArticleId(categories: readonly string[], fileName: string, path = ''): string {
  const key = [...categories, fileName].join('/').normalize('NFC');
  return hashToBase32(path === '' ? key : `${key}\n${path}`);
}

/** 60 bits of SHA-256 in 12 letters. */
export function hashToBase32(data: string | Uint8Array): string {
  const bytes = hash('sha256', data, 'buffer');
  let id = '';
  for (let bit = 0; bit < 5 * LENGTH; bit += 5) {
    // Five bits lie in one byte or in two neighbours.
    const pair = bytes.readUInt16BE(bit >> 3);
    id += BASE32[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}
