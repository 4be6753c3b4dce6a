import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SavedRecord } from '../offline/SavedRecord.ts';
import { useOfflineStore } from '../offline/useOffline.ts';

/** Key of the query; what hangs on the saved records has a key below it. */
export const savedRecordsKey = ['saved records'] as const;

/** How long changes are gathered before the records are read again, in milliseconds. */
const REST = 500;

/** Gives all records of saved articles, and follows their changes; `undefined` until they are read. */
export function useSavedRecords(): SavedRecord[] | undefined {
  const store = useOfflineStore();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: savedRecordsKey,
    queryFn: async () => (await store.engine?.readRecords()) ?? [],
    staleTime: 0,
  });

  useEffect(() => {
    let timer = 0;
    const stop = store.subscribe(() => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        void client.invalidateQueries({ queryKey: savedRecordsKey });
      }, REST);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [store, client]);

  return query.data;
}
