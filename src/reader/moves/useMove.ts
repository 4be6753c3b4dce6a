import { useContext, useMemo } from 'react';
import { BookmarkContext } from '../bookmarks/useBookmarks.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { OfflineContext } from '../offline/useOffline.ts';
import { MarksContext } from '../read-state/useMarks.ts';
import { moveArticle } from './moveArticle.ts';

/** Returns what lets all that is kept of an article go with it to the id that it has now. */
export function useMove(): (from: string, article: SavedSummary) => void {
  const bookmarks = useContext(BookmarkContext);
  const marks = useContext(MarksContext);
  const offline = useContext(OfflineContext);
  return useMemo(
    () => (from, article) => {
      if (!bookmarks || !marks || !offline) return;
      // What could not be moved stays where it is, and is tried again when the article is seen in a list.
      void moveArticle({ bookmarks, marks, offline }, from, article).catch(() => undefined);
    },
    [bookmarks, marks, offline],
  );
}
