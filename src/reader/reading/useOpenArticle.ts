import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Article } from '../../model/Article.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import type { HeadArticle } from '../article/ArticleHead.tsx';
import { useBookmark } from '../bookmarks/useBookmarks.ts';
import { useArticlePlace } from '../browse/useArticlePlace.ts';
import { type Neighbours, useNeighbours, useSavedNeighbours } from '../browse/useNeighbours.ts';
import { useStoredList } from '../browse/useStoredList.ts';
import { articleQuery } from '../data/fetchArticle.ts';
import { findDrawnPage } from '../data/pageFacts.ts';
import { writeListMemory } from '../list/listMemory.ts';
import {
  type ArticleOrigin,
  buildListKey,
  isPinnedPosition,
  type ListPlace,
} from '../routing/ArticleOrigin.ts';

/** The article in the reading pane, and where it stands. */
export interface OpenArticle {
  id: string;
  query: UseQueryResult<Article>;
  /** What is known of it before it comes, from the list or a bookmark. */
  known: HeadArticle | undefined;
  /** The list it was opened from; after a deep link its own category's, once that is known. */
  list: ListPlace | undefined;
  position: number | undefined;
  neighbours: Neighbours;
  /** The list on screen holds it. */
  isListed: boolean;
  /** Entries of the history back to the list. */
  steps: number | undefined;
}

/** Gives the open article of the address bar, `undefined` when there is none. */
export function useOpenArticle(
  id: string | undefined,
  origin: ArticleOrigin | undefined,
  catalogue: Catalogue | undefined,
): OpenArticle | undefined {
  const query = useQuery({
    ...articleQuery(id ?? ''),
    enabled: id !== undefined,
    // The pane that reads the rest of it may come later: what nobody reads is else not told of, and stays as it was.
    notifyOnChangeProps: 'all',
  });
  const bookmark = useBookmark(id ?? '');
  const saved = useSavedNeighbours(id ?? '');
  const list = id === undefined ? undefined : findList(origin, query, bookmark !== undefined);
  const { list: stored = '', info } = useStoredList(list, catalogue).stored ?? {};

  const place = useArticlePlace(
    info && id !== undefined
      ? { list: stored, info, id, article: query.data, hint: origin?.position }
      : undefined,
  );
  const { self, ...neighbours } = useNeighbours(stored, info, place);
  const position =
    list?.kind === 'saved' ? saved.position : list?.kind === 'search' ? origin?.position : place;

  // Beside the list, a pinned article must not bring its place far below into sight.
  const isPinned = isPinnedPosition(origin?.position);
  const opened = isPinned ? origin?.position : position;
  const listKey = list && buildListKey(list);
  useEffect(() => {
    // Here and not in the list: on a phone the list is not on screen now.
    if (listKey && opened !== undefined) writeListMemory(listKey, { opened });
  }, [listKey, opened]);

  if (id === undefined) return undefined;
  return {
    id,
    query,
    known: query.data ?? (self?.id === id ? self : bookmark),
    list,
    position: isPinned ? undefined : position,
    neighbours: list?.kind === 'saved' ? saved : (!self && findPageNeighbours(id)) || neighbours,
    isListed: self?.id === id,
    steps: origin?.steps,
  };
}

/** Returns what the page itself tells of the articles beside its own, before the list has come. */
function findPageNeighbours(id: string): Neighbours | undefined {
  const facts = findDrawnPage(id)?.facts;
  if (!facts) return undefined;
  const { previous, next } = facts;
  return {
    previous: previous && { article: previous },
    next: next && { article: next },
  };
}

function findList(
  origin: ArticleOrigin | undefined,
  query: UseQueryResult<Article>,
  isBookmarked: boolean,
): ListPlace | undefined {
  if (origin) return origin.list;
  if (query.data) return { kind: 'category', path: query.data.category };
  if (!query.isError) return undefined;
  return isBookmarked ? { kind: 'saved' } : { kind: 'category', path: '' };
}
