import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isMissing } from '../../model/ArchiveError.ts';
import { catalogueQuery } from '../data/fetchCatalogue.ts';
import { useMarks } from '../read-state/useMarks.ts';
import type { StoredList } from './useStoredList.ts';

/** 全部标为已读 of one list. */
export interface SweepAction {
  run(): void;
  isRunning: boolean;
  /** Why it could not be done. */
  error: unknown;
}

/** Marks as read what the list on screen holds. What does it comes when it is asked for. */
export function useSweep(stored: StoredList): SweepAction {
  const client = useQueryClient();
  const { texts } = useMarks();
  const [state, setState] = useState<Omit<SweepAction, 'run'>>(AT_REST);

  async function sweep() {
    setState({ isRunning: true, error: undefined });
    try {
      const { sweepList } = await import('./sweepList.ts');
      await sweepList(client, texts, stored);
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
