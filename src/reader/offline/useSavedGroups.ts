import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SavedGroup } from '../copies/groupSaved.ts';
import { runInTurn } from '../saving/runInTurn.ts';
import { useOfflineStore } from './useOffline.ts';

/** Key of the query; what hangs on the saved records has a key below it. */
export const savedRecordsKey = ['saved records'] as const;

/** How long after a reading changes are gathered before the next one, in milliseconds. */
const REST = 500;
/** Of the time at most a quarter is spent on reading: 20,000 records take a slow phone seconds. */
const SHARE = 4;

/** Returns the records of saved articles by category, and follows their changes; `undefined` until they are read. */
export function useSavedGroups(): SavedGroup[] | undefined {
  const store = useOfflineStore();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: savedRecordsKey,
    queryFn: async () => (await store.engine?.readGroups()) ?? [],
    staleTime: 0,
    // To compare thousands of records with the former ones holds the page up, and some have changed anyway.
    structuralSharing: false,
  });

  useEffect(() => {
    const controller = new AbortController();
    const follow = runInTurn(async () => {
      if (controller.signal.aborted) return;
      const start = performance.now();
      // One that is under way is not begun anew: it would never end.
      await client.invalidateQueries({ queryKey: savedRecordsKey }, { cancelRefetch: false });
      const rest = Math.max(REST, (performance.now() - start) * SHARE);
      await new Promise((done) => setTimeout(done, rest));
    });
    const stop = store.subscribe(() => void follow());
    return () => {
      controller.abort();
      stop();
    };
  }, [store, client]);

  return query.data;
}
