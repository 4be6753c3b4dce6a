import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ArticleSummary } from '../../model/Article.ts';
import { findRow, type OrderedList } from '../../model/listOrder.ts';
import { listPageQuery } from '../data/fetchListPage.ts';
import { useBuilds } from '../data/useBuilds.ts';

/** The rows of a list as far as their pages are here. Positions count from 0, the uppermost. */
export interface VisiblePages {
  /** Gives the summary at a position, or `undefined` while its page is on its way. */
  readRow(position: number): ArticleSummary | undefined;
  /** Gives the trouble that left a position empty. */
  readFailure(position: number): PageFailure | undefined;
}

/** A list page that could not be had. */
export interface PageFailure {
  page: number;
  error: Error;
  retry: () => void;
}

/**
 * Fetches the pages that hold the rows from `first` to `last`. Pages that leave this range before they come are given
 * up.
 */
export function useVisiblePages(
  list: string,
  info: OrderedList,
  first: number,
  last: number,
): VisiblePages {
  // One row more at both ends: whether a row begins a day, or is alone in it, shows only beside its neighbours.
  const positions = useMemo(() => {
    const from = Math.max(0, first - 1);
    return Array.from({ length: last - from + 2 }, (_, index) => from + index);
  }, [first, last]);
  return useRowPages(list, info, positions);
}

/** Fetches the pages that hold the rows at some positions. */
export function useRowPages(
  list: string,
  info: OrderedList,
  positions: readonly number[],
): VisiblePages {
  const pages = useMemo(() => {
    const there = positions.filter((position) => position < info.count);
    return [...new Set(there.map((position) => findRow(info, position).page))];
  }, [info, positions]);
  const builds = useBuilds();
  const results = useQueries({ queries: pages.map((page) => listPageQuery(list, info, page)) });

  function retry(refetch: () => unknown) {
    refetch();
    // The host may have another build by now.
    void builds?.look(() => true);
  }

  return {
    readRow(position) {
      if (position < 0 || position >= info.count) return undefined;
      const { page, index } = findRow(info, position);
      return results[pages.indexOf(page)]?.data?.[index];
    },
    readFailure(position) {
      const { page } = findRow(info, position);
      const result = results[pages.indexOf(page)];
      return result?.error
        ? { page, error: result.error, retry: () => retry(result.refetch) }
        : undefined;
    },
  };
}
