import type { FileResult } from './FileProcessor.ts';

/*
 * What became of content files, as text: that is how it crosses from workers and stands in the cache's index. A result is a head, which is
 * JSON, and the row of the lists, which is handed on as it is: to take it apart and put it together again would take longer than all the rest.
 */

/** A result as text, without the article's mark, which is known when the article is written. Neither part holds a tab or a line break. */
export interface ResultText {
  head: string;
  /** Empty where the file was rejected. */
  row: string;
}

/** Writes a result as text. */
export function formatResult(result: FileResult): ResultText {
  const { row, article: _article, ...rest } = result;
  if (!row) return { head: JSON.stringify(rest), row: '' };
  const { json, ...place } = row;
  return { head: JSON.stringify({ ...rest, row: place }), row: json };
}

/** Reads a result that formatResult wrote. */
export function parseResult({ head, row }: ResultText): FileResult {
  const result = JSON.parse(head) as FileResult;
  if (result.row) result.row.json = row;
  return result;
}
