import {
  keepPreviousData,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useBookmark } from '../bookmarks/useBookmarks.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { useOffline, useOfflineStore } from '../offline/useOffline.ts';
import { useVisits } from '../read-state/useMarks.ts';
import { findArticle, type Whereabouts } from './findArticle.ts';

/** What became of an article, and what is left of it here. */
export interface FoundArticle {
  whereabouts: Whereabouts;
  /** What a bookmark, a visit or a saved copy remembers. */
  known: SavedSummary | undefined;
}

/**
 * Looks for an article that is not at its address; with `isAbsent` only. `movedTo`: its id now, where the host says it.
 * Looks again when it is known what is saved.
 */
export function useWhereabouts(
  id: string,
  isAbsent: boolean,
  movedTo: string | undefined,
): UseQueryResult<FoundArticle> {
  const client = useQueryClient();
  const store = useOfflineStore();
  const bookmark = useBookmark(id);
  const visit = useVisits().find((each) => each.id === id);
  const isReady = useOffline().phase !== 'starting';
  const remembered = bookmark ?? visit;
  return useQuery({
    queryKey: ['whereabouts', id, movedTo, isReady],
    queryFn: async () => {
      const known = remembered ?? (await store.engine?.readSummary(id));
      return { known, whereabouts: await findArticle(client, id, movedTo, known) };
    },
    enabled: isAbsent,
    placeholderData: keepPreviousData,
    // What was found out of an older catalogue must not stand for ever.
    gcTime: 0,
  });
}
