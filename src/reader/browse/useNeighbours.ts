import { useQuery } from '@tanstack/react-query';
import { findRow, type OrderedList } from '../../model/listOrder.ts';
import { listShown } from '../bookmarks/shownBookmarks.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import type { RowArticle } from '../list/ArticleRow.tsx';

/** An article beside the open one in its list. */
export interface Neighbour {
  article: Pick<RowArticle, 'id' | 'title'>;
  /** Absent where only the page tells of it, and the list has not come yet. */
  position?: number;
}

/** The articles before (newer) and after (older) the open one, as the list on screen has them. */
export interface Neighbours {
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
}

/** Gives the neighbours of the row at `position` of a stored list, as their pages come in. */
export function useNeighbours(
  list: string,
  info: OrderedList | undefined,
  position: number | undefined,
): Neighbours & { self: RowArticle | undefined } {
  const previous = useRow(list, info, position === undefined ? undefined : position - 1);
  const self = useRow(list, info, position);
  const next = useRow(list, info, position === undefined ? undefined : position + 1);
  return { previous, self: self?.article, next };
}

/** Gives the neighbours of an article among the bookmarks, and its own place. */
export function useSavedNeighbours(id: string): Neighbours & { position: number | undefined } {
  const bookmarks = listShown(useBookmarks(), id);
  const position = bookmarks.findIndex((bookmark) => bookmark.id === id);
  const find = (index: number): Neighbour | undefined => {
    const article = bookmarks[index];
    return article && { article, position: index };
  };
  if (position < 0) return { previous: undefined, next: undefined, position: undefined };
  return { previous: find(position - 1), next: find(position + 1), position };
}

function useRow(
  list: string,
  info: OrderedList | undefined,
  position: number | undefined,
): { article: RowArticle; position: number } | undefined {
  const isRow =
    info !== undefined && position !== undefined && position >= 0 && position < info.count;
  const place = isRow ? findRow(info, position) : { page: 0, index: 0 };
  const { data } = useQuery({
    ...listPageQuery(list, info ?? NO_LIST, place.page),
    enabled: isRow,
  });
  const article = data?.[place.index];
  return isRow && article ? { article, position } : undefined;
}

const NO_LIST: OrderedList = { count: 0, undatedCount: 0, months: [] };
