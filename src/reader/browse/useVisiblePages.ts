import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ArticleSummary } from '../../model/Article.ts';
import { findRow, type OrderedList } from '../../model/listOrder.ts';
import { listPageQuery } from '../data/fetchListPage.ts';

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

/** Fetches the pages that hold the rows from `first` to `last`. Pages that leave this range before they come are given up. */
export function useVisiblePages(
  list: string,
  info: OrderedList,
  first: number,
  last: number,
): VisiblePages {
  const pages = useMemo(() => listPages(info, first, last), [info, first, last]);
  const results = useQueries({ queries: pages.map((page) => listPageQuery(list, page)) });

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
        ? { page, error: result.error, retry: () => void result.refetch() }
        : undefined;
    },
  };
}

/** One row more at the upper end: whether a row begins a day shows only beside the one before it. */
function listPages(info: OrderedList, first: number, last: number): number[] {
  const pages = new Set<number>();
  for (let position = Math.max(0, first - 1); position <= last; position += 1) {
    if (position < info.count) pages.add(findRow(info, position).page);
  }
  return [...pages];
}
