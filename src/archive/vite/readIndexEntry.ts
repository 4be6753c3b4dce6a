import { closeSync, openSync, readSync } from 'node:fs';
import type { ArticleSummary } from '../../model/Article.ts';
import { buildArticleId } from '../article/articleId.ts';
import { readCategories, readTags } from '../article/readCategories.ts';
import { readPublished } from '../article/readDates.ts';
import { decodeText } from '../content/decodeText.ts';
import { isDraft } from '../content/isDraft.ts';
import { readContent } from '../content/readContent.ts';
import type { OtherNames } from '../links/ArticleNames.ts';
import { readOtherNames } from '../links/readOtherNames.ts';

/** Bytes in which the archive's front matter ends, which takes about 600, and in which any front matter does. */
const SHORT_HEAD = 1024;
const LONG_HEAD = 65_536;
const END = '\n---\n';
const buffer = Buffer.allocUnsafe(LONG_HEAD);

/** An article as the lists place it; its other fields are empty. */
export interface TaggedSummary extends ArticleSummary {
  tags?: string[];
}

/** What the first bytes of a file tell of its article. */
export interface IndexEntry {
  /** What places it in the lists (id, categories, date, tags). */
  summary: TaggedSummary;
  /** By which names other files may speak of it. */
  names: OtherNames | undefined;
}

/** Reads the first bytes of a file. Undefined where it can't be read, or is a draft. */
export function readIndexEntry(file: string, path: string): IndexEntry | undefined {
  const text = readHead(file);
  if (text === undefined) return undefined;
  const { fields } = readContent(path, text).value;
  if (isDraft(fields)) return undefined;
  const [category, ...otherCategories] = readCategories(fields, path);
  const tags = readTags(fields);
  const publishedAt = readPublished(fields, () => {})?.utc;
  const summary: TaggedSummary = {
    id: buildArticleId(path),
    title: '',
    ...(publishedAt ? { publishedAt } : {}),
    category,
    ...(otherCategories.length > 0 ? { otherCategories } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    source: '',
    excerpt: '',
    imageCount: 0,
    characterCount: 0,
  };
  return { summary, names: readOtherNames(fields) };
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
