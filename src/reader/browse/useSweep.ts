import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isMissing } from '../../model/ArchiveError.ts';
import type { ArticleListInfo, Category } from '../../model/Catalogue.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { listIdsQuery } from '../data/fetchListIds.ts';
import { useMarks } from '../read-state/useMarks.ts';

/** 全部标为已读 of one list. */
export interface SweepAction {
  run(): void;
  isRunning: boolean;
  /** Why it could not be done. */
  error: unknown;
}

/** Marks as read what the list on screen holds: the articles of this catalogue and no other. */
export function useSweep(category: Category, info: ArticleListInfo): SweepAction {
  const client = useQueryClient();
  const { read } = useMarks();
  const [state, setState] = useState<Omit<SweepAction, 'run'>>(AT_REST);

  async function sweep() {
    setState({ isRunning: true, error: undefined });
    try {
      read.sweep(category.path, await client.fetchQuery(listIdsQuery(category.list, info)));
      setState(AT_REST);
    } catch (error) {
      setState({ isRunning: false, error });
      // The host has another build by now: what it holds has to be seen before it can be marked.
      if (isMissing(error))
        void client.invalidateQueries({ queryKey: catalogueQuery.queryKey, exact: true });
    }
  }

  return {
    ...state,
    run() {
      if (!state.isRunning) void sweep();
    },
  };
}

const AT_REST = { isRunning: false, error: undefined };
