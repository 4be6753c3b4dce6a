/** Printable ASCII without a blank, longer than any word of prose. */
export const LONG_WORD = /[!-~]{24,}/;

/** A piece ends after a sign that addresses are divided by, or after eight characters. */
const PIECES = /[^/?&=._-]{1,8}[/?&=._-]*|[/?&=._-]+/g;

/**
 * Returns the pieces of a long address or number, behind each of which a line may break (`<wbr>`, which leaves no trace
 * in copied text). CSS alone breaks a word only after it got a line of its own, and the justified line before it is
 * torn apart.
 */
export function cutLongWord(word: string): string[] {
  return word.match(PIECES) ?? [];
}
