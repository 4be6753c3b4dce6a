/** Stands before a title's gram where it is written out: titles are kept apart, so that they can be searched alone. */
export const TITLE_MARK = '\u0001';
/** Stands before a stock's code or name, which is a term as a whole. */
export const STOCK_MARK = '\u0002';
/** Stands before a tag, which is a term as a whole, too: `标签:` asks for it. */
export const TAG_MARK = '\u0003';
/** Ends each paragraph of a text; no hit crosses it. */
export const PARAGRAPH_END = '\n';

/**
 * Gives the end of the gram that begins at `from`, or -1 where the text ends before that is certain. Texts are cut so
 * where the index is built and where it is asked (`archive/search/GramWalker.ts` does the same for whole texts).
 *
 * Some strings are so frequent that they were split: all single units, and the `split` ones, which the plan names.
 * The gram at a place is the shortest string beginning there that was not, and that reaches as far as the split
 * string that begins one unit later: so every place of a text belongs to exactly one gram, none is too frequent, and
 * what follows a rare string is known without the many places of a frequent one. A string of any length is found
 * through the grams that cover it. `mark`: TITLE_MARK for a title, '' for a body.
 */
export function cutGram(
  split: ReadonlySet<string>,
  mark: string,
  text: string,
  from: number,
): number {
  const end = findUnsplit(split, mark, text, from);
  if (end < 0 || text.charAt(from + 1) === PARAGRAPH_END) return end;
  const next = findUnsplit(split, mark, text, from + 1);
  return next < 0 ? -1 : Math.max(end, next - 1);
}

/** Tells whether a gram as it is written out is a term as a whole, whose list holds articles instead of places. */
export function isWholeGram(gram: string): boolean {
  return gram.startsWith(STOCK_MARK) || gram.startsWith(TAG_MARK);
}

/** Gives the end of the shortest string that begins at `from` and was not split, or -1. */
function findUnsplit(split: ReadonlySet<string>, mark: string, text: string, from: number): number {
  for (let end = from + 2; end <= text.length; end++)
    if (!split.has(mark + text.slice(from, end))) return end;
  return -1;
}
