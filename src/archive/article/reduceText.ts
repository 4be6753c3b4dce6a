/**
 * Reduces a text to what two printings of one title have in common: letters and digits.
 * Quotes, dashes, blanks and the `_` that stands for a character forbidden in file names all differ
 * between the title, the 原标题 line and a first paragraph that repeats it.
 */
export function reduceText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /[\s"'`“”‘’„«»「」『』《》〈〉_\-‐‑‒–—―−~～·•:/\\?*<>|[\]【】()!,.。，、；;！？…]/g,
      '',
    );
}

/**
 * Tells whether two texts are one title. Percent signs, points within numbers and the like make a difference only
 * where reduceText keeps them.
 */
export function isSameTitle(a: string, b: string): boolean {
  // Most paragraphs are no titles, which shows in their length alone.
  if (a.length > 2 * b.length + 8 || b.length > 2 * a.length + 8) return false;
  const reduced = reduceText(a);
  return reduced !== '' && reduced === reduceText(b) && readNumbers(a) === readNumbers(b);
}

/** 18.0% and 180% are not the same title. */
function readNumbers(text: string): string {
  return (text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).join(' ');
}
