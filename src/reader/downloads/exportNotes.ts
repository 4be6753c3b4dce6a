import { shiftToBeijing } from '../../model/beijingTime.ts';
import type { Note } from '../../model/Note.ts';
import { loadInOrder } from '../books/loadInOrder.ts';
import { buildSiteAddress } from '../books/makeBook.ts';
import { readArticle } from '../books/readArticle.ts';
import type { CopyCache } from '../copies/copies.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { writeRows } from './writeRows.ts';

/** Returns the articles that have notes, those of the newest notes first, as far as notes remember them. */
export function listNotedArticles(notes: readonly Note[]): SavedSummary[] {
  const sorted = [...notes].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const titles = new Map(sorted.map(({ articleId, articleTitle }) => [articleId, articleTitle]));
  return [...titles].map(([id, title]) => ({ id, title, category: '', source: '', excerpt: '' }));
}

/** Adds to articles what notes don't remember: date and category, by which a book is ordered. */
export async function completeSummaries(
  summaries: readonly SavedSummary[],
  cache: Pick<CopyCache, 'match'> | undefined,
  signal: AbortSignal,
): Promise<SavedSummary[]> {
  const complete = async (summary: SavedSummary): Promise<SavedSummary> => {
    const article = await readArticle(summary.id, cache, signal).catch(() => undefined);
    signal.throwIfAborted();
    if (!article) return summary;
    const { category, publishedAt } = article;
    return { ...summary, category, ...(publishedAt !== undefined && { publishedAt }) };
  };
  const completed: SavedSummary[] = [];
  for await (const summary of loadInOrder(summaries, 4, complete)) completed.push(summary);
  return completed;
}

/** Columns of the table that Readwise takes in. */
const HEAD = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/** Writes notes as the table that Readwise takes in; a tag is a word behind a dot there. */
export function writeReadwise(notes: readonly Note[]): string {
  const rows = notes.map(({ quote, articleTitle, articleId, text, tags, position, createdAt }) => [
    quote.exact,
    articleTitle,
    '',
    buildSiteAddress(articleId),
    [...tags.map((tag) => `.${tag.replace(/\s+/g, '_')}`), text].filter(Boolean).join(' '),
    String(position.start),
    shiftToBeijing(createdAt)?.toISOString().slice(0, 19).replace('T', ' ') ?? '',
  ]);
  return writeRows([HEAD, ...rows]);
}
