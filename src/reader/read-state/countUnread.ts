import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import { type Category, listShown } from '../../model/Catalogue.ts';
import { SHORT_ID_LENGTH, shortenId } from '../../model/ListIds.ts';
import type { Marks } from './createMarks.ts';
import { isCovered } from './createReadStore.ts';
import { type PlacedArticle, readReadIn } from './readIn.ts';
import { readSweptCounts } from './sweepArticles.ts';

/** Returns how many articles of a category are unread, those below it included. */
export type CountUnread = (category: Category) => number;

/**
 * Builds the count of unread articles from what this device knows, without asking the host: the catalogue's counts,
 * less what 全部标为已读 covered, less what was opened. Exact but for articles that have left the archive, that were
 * opened long before the app noted categories, and that 全部标为已读 of a tag covered. `client`: its list pages tell the
 * categories of more articles.
 */
export function buildUnreadCount(root: Category, marks: Marks, client?: QueryClient): CountUnread {
  const now = marks.read.readMarks();
  const [read, unread] = [now.read, now.unread].map((ids) => new Set([...ids].map(shortenId)));
  const swept = readSweptCounts(marks.texts);
  const coveredCount = (now.covered.length + (now.lastSweep?.ids.length ?? 0)) / SHORT_ID_LENGTH;
  const placed = readReadIn(marks.texts);
  const articles: PlacedArticle[] = [...marks.visits.readAll(), ...listKnown(client)];
  for (const { id, category, otherCategories = [] } of articles) {
    for (const path of [category, ...otherCategories])
      placed.set(path, [...(placed.get(path) ?? []), shortenId(id)]);
  }
  const counts = new Map<string, number>();

  function countCovered(category: Category): number {
    if (coveredCount >= root.count) return category.count;
    const below = listShown(category).reduce((sum, child) => sum + countCovered(child), 0);
    return Math.min(category.count, Math.max(swept[category.path] ?? 0, below));
  }

  /** Articles below a category whose own marks say otherwise than the sweeps: read ones count 1, unread ones -1. */
  function countMarked({ path }: Category): number {
    const ids = new Set<string>();
    for (const [place, ofPlace] of placed) {
      const isWithin = path === '' || place === path || place.startsWith(`${path}/`);
      if (isWithin) for (const id of ofPlace) ids.add(id);
    }
    let count = 0;
    for (const id of ids) {
      const isSwept = isCovered(now, id);
      if (!isSwept && read?.has(id)) count += 1;
      else if (isSwept && unread?.has(id)) count -= 1;
    }
    return count;
  }

  return (category) => {
    const counted = counts.get(category.path);
    if (counted !== undefined) return counted;
    const count = category.count - countCovered(category) - countMarked(category);
    const result = Math.max(0, Math.min(category.count, count));
    counts.set(category.path, result);
    return result;
  };
}

/** Lists the articles of all list pages that are here. */
function listKnown(client: QueryClient | undefined): ArticleSummary[] {
  const pages = client?.getQueriesData<ArticleSummary[]>({ queryKey: ['list'] }) ?? [];
  return pages.flatMap(([, rows]) => rows ?? []);
}
