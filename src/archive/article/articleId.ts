import { hash } from 'node:crypto';

/** RFC 4648, lower case. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 12;

/**
 * Returns an article's id: 12 characters of base32 of SHA-256 over the file's path below the content folder, in Unicode
 * form NFC, since file systems rewrite names. The id depends on nothing else, so no other file can change it, and
 * moving the content folder as a whole keeps every bookmark.
 */
export function buildArticleId(path: string): string {
  return hashToBase32(path.normalize('NFC'));
}

/**
 * Returns the id of a file whose path differs from another file's in Unicode form alone: made from the path as it
 * stands.
 */
export function buildTwinId(path: string): string {
  return hashToBase32(`${path.normalize('NFC')}\n${path}`);
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
