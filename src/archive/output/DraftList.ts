import type { ArticleSummary } from '../../model/Article.ts';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import { type ListIds, shortenId } from '../../model/ListIds.ts';
import { hashToBase32 } from '../article/articleId.ts';

/** What every list needs to know of an article. */
export type DatedEntry = Pick<ArticleSummary, 'id' | 'publishedAt' | 'formerIds'>;

/** A list that is being made; its entries are added in stored order. */
export interface DraftList<Entry> {
  entries: Entry[];
  /** Entries of each Beijing month. */
  months: Map<string, number>;
}

/** Returns a list without entries. */
export function createList<Entry>(): DraftList<Entry> {
  return { entries: [], months: new Map() };
}

/** Adds an entry. `month`: its Beijing month; undefined where it has no date. */
export function addToList<Entry>(
  list: DraftList<Entry>,
  entry: Entry,
  month: string | undefined,
): void {
  list.entries.push(entry);
  if (month) list.months.set(month, (list.months.get(month) ?? 0) + 1);
}

/** Returns the length and shape of a list. */
export function describeList(list: DraftList<DatedEntry>): ArticleListInfo {
  const count = list.entries.length;
  const ids = hashToBase32(formatListIds(list.entries));
  return { count, undatedCount: count - countDated(list), months: [...list.months], ids };
}

/** Returns the dates of the oldest and the newest entry; none where no entry has a date. */
export function findDates(list: DraftList<DatedEntry>): { firstDate?: string; lastDate?: string } {
  const firstDate = list.entries[0]?.publishedAt;
  const lastDate = list.entries[countDated(list) - 1]?.publishedAt;
  return { ...(firstDate && { firstDate }), ...(lastDate && { lastDate }) };
}

/** Returns the content of the file of a list's ids. */
export function formatListIds(entries: readonly DatedEntry[]): string {
  const file: ListIds = { ids: entries.map(({ id }) => shortenId(id)).join(''), former: {} };
  for (const { id, formerIds } of entries) {
    if (formerIds) file.former[shortenId(id)] = formerIds.map(shortenId);
  }
  return JSON.stringify(file);
}

function countDated({ months }: DraftList<DatedEntry>): number {
  return [...months.values()].reduce((sum, count) => sum + count, 0);
}
