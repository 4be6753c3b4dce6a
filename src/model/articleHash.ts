/**
 * An article file carries a hash of itself, so that a saved copy can be checked without asking the host:
 * `{"hash":"<24 characters>",` and then the rest of the JSON. The hash is over the UTF-8 bytes of that rest:
 * SHA-256, base64url, the first 24 characters (144 bits). Whoever computes it does so with the means of its world.
 */

/** Characters of a hash. */
export const HASH_LENGTH = 24;

const START = '{"hash":"';
const END = '",';

/** Gives the part of an article's JSON that the hash is over. `json`: a JSON object with at least one field. */
export function takeHashedPart(json: string): string {
  return json.slice(1);
}

/** Gives the text of an article file: `rest` as takeHashedPart gave it, with its hash in front. */
export function joinArticleHash(hash: string, rest: string): string {
  return `${START}${hash}${END}${rest}`;
}

/** Splits the text of an article file; a text of another form gives `undefined`. */
export function splitArticleHash(text: string): { hash: string; rest: string } | undefined {
  const end = START.length + HASH_LENGTH;
  if (!text.startsWith(START) || !text.startsWith(END, end)) return undefined;
  return { hash: text.slice(START.length, end), rest: text.slice(end + END.length) };
}
