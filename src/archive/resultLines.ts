import type { FileResult } from './FileProcessor.ts';

/*
 * What became of a content file, as one line of text: that is how it crosses from workers and stands in the cache's index.
 * A row of the lists is only handed on; to take it apart and put it together again would take longer than all the rest.
 */

const TAB = '\t';

/** Writes a result as one line, without its end: JSON without the row's own JSON, a tab, the row's JSON. */
export function formatResult(result: FileResult): string {
  const { row, ...rest } = result;
  if (!row) return JSON.stringify(rest) + TAB;
  const { json, ...place } = row;
  return JSON.stringify({ ...rest, row: place }) + TAB + json;
}

/** Reads lines as formatResult wrote them, each with a line break behind it. */
export function parseResults(text: string): FileResult[] {
  const results: FileResult[] = [];
  for (let from = 0; from < text.length; ) {
    const tab = text.indexOf(TAB, from);
    const end = text.indexOf('\n', tab);
    const result = JSON.parse(text.slice(from, tab)) as FileResult;
    if (result.row) result.row.json = text.slice(tab + 1, end);
    results.push(result);
    from = end + 1;
  }
  return results;
}
