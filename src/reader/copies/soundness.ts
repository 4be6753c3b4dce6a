import { HASH_LENGTH, splitArticleHash } from '../../model/articleHash.ts';

/** Gives SHA-256 in base64url. */
export async function hashBytes(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Whether the text of an article file is whole, by the hash it carries, and is that article. */
export async function isArticleIntact(text: string, id: string): Promise<boolean> {
  const parts = splitArticleHash(text);
  if (!parts) return false;
  const hash = await hashBytes(new TextEncoder().encode(parts.rest));
  return (
    hash.slice(0, HASH_LENGTH) === parts.hash && (JSON.parse(text) as { id?: unknown }).id === id
  );
}
