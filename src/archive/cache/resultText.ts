import type { FileResult } from '../FileProcessor.ts';

/*
 * What became of content files, as text: that is how it crosses from workers and stands in the cache's index. A
 * result is a head, which is JSON, and the row of the lists, which is handed on as it is: to take it apart and put it
 * together again would take longer than all the rest.
 */

/**
 * A result as text, without the article's mark, which is known when the article is written. Neither part holds a tab
 * or a line break.
 */
export interface ResultText {
  head: string;
  /** Empty where the file was rejected. */
  row: string;
}

/** A result, with its text where it came as such. */
export type TextedResult = [result: FileResult, text?: ResultText];

/** Writes a result as text. */
export function formatResult(result: FileResult): ResultText {
  const { path, problems, hash, content, hasOwnPictures, pictureHosts, row, fingerprint } = result;
  // A list: names would be most of its text.
  const head: Head = [
    path,
    problems,
    hash,
    hasOwnPictures,
    pictureHosts ?? null,
    content ? [content.size, content.time] : null,
    row ? [row.id, row.category, row.publishedAt ?? null] : null,
    fingerprint ? [fingerprint.headline, fingerprint.text] : null,
  ];
  return { head: JSON.stringify(head), row: row?.json ?? '' };
}

/** Reads a result that formatResult wrote. */
export function parseResult({ head, row: json }: ResultText): FileResult {
  const [path, problems, hash, hasOwnPictures, pictureHosts, content, row, fingerprint] =
    JSON.parse(head) as Head;
  const result: FileResult = { path, problems, hash, hasOwnPictures };
  if (pictureHosts) result.pictureHosts = pictureHosts;
  if (content) result.content = { size: content[0], time: content[1] };
  if (row) {
    const [id, category, publishedAt] = row;
    result.row =
      publishedAt === null ? { id, category, json } : { id, category, publishedAt, json };
  }
  if (fingerprint) result.fingerprint = { headline: fingerprint[0], text: fingerprint[1] };
  return result;
}

type Head = [
  path: string,
  problems: FileResult['problems'],
  hash: string,
  hasOwnPictures: boolean,
  pictureHosts: string[] | null,
  content: [size: number, time: number] | null,
  row: [id: string, category: string, publishedAt: string | null] | null,
  fingerprint: [headline: string, text: string] | null,
];
