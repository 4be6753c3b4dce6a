import { useState, useSyncExternalStore } from 'react';
import { words } from '../ui/words.ts';
import { useBookmarkStore } from './useBookmarks.ts';

/** Says, until it is dismissed, that the browser did not keep a bookmark. */
export function StorageNotice() {
  const store = useBookmarkStore();
  const hasFailed = useSyncExternalStore(store.subscribe, store.hasFailed);
  const [isDismissed, setDismissed] = useState(false);

  return (
    // A live region must stand there before its words come. Not role status: that one is the list's count.
    <div aria-live="polite">
      {hasFailed && !isDismissed && (
        <div className="notice">
          <span>{words.bookmarksNotKept}</span>
          <button type="button" className="button shrink-0" onClick={() => setDismissed(true)}>
            {words.understood}
          </button>
        </div>
      )}
    </div>
  );
}
