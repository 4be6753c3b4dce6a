import { closeSync, openSync, readSync } from 'node:fs';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildArticleId } from '../article/articleId.ts';
import { readCategories } from '../article/readCategories.ts';
import { readPublished } from '../article/readDates.ts';
import { decodeText } from '../content/decodeText.ts';
import { isDraft } from '../content/isDraft.ts';
import { readContent } from '../content/readContent.ts';

/** Bytes in which the archive's front matter ends, which takes about 600, and in which any front matter does. */
const SHORT_HEAD = 1024;
const LONG_HEAD = 65_536;
const END = '\n---\n';
const buffer = Buffer.allocUnsafe(LONG_HEAD);

/**
 * Gives what places an article in the lists (id, categories, date) from the first bytes of its file;
 * its other fields are empty. Undefined where the file can't be read, or is a draft.
 */
export function readIndexEntry(file: string, path: string): ArticleSummary | undefined {
  const text = readHead(file);
  if (text === undefined) return undefined;
  const { fields } = readContent(path, text).value;
  if (isDraft(fields)) return undefined;
  const [category, ...otherCategories] = readCategories(fields, path);
  const publishedAt = readPublished(fields, () => {})?.utc;
  return {
    id: buildArticleId(path),
    title: '',
    ...(publishedAt ? { publishedAt } : {}),
    category,
    ...(otherCategories.length > 0 ? { otherCategories } : {}),
    source: '',
    excerpt: '',
    imageCount: 0,
    characterCount: 0,
  };
}

function readHead(file: string): string | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const head = buffer.subarray(0, readSync(descriptor, buffer, 0, SHORT_HEAD, 0));
      const begin = head.indexOf('---');
      const end = begin === -1 ? -1 : head.indexOf(END, begin);
      const isWhole = end !== -1 && head.toString('latin1', 0, begin).trim() === '';
      if (isWhole) return head.toString('utf8', 0, end + END.length);
      return decodeText(buffer.subarray(0, readSync(descriptor, buffer, 0, LONG_HEAD, 0))).text;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
