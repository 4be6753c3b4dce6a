/** What a text node said before it was converted, and what it was converted to. */
export const originals = new WeakMap<Text, { original: string; converted: string }>();

/** Gives what a text node said before any conversion. */
export function readOriginal(text: Text): string {
  const known = originals.get(text);
  return known?.converted === text.data ? known.original : text.data;
}
