import { useContext, useState, useSyncExternalStore } from 'react';
import { DamagedCount } from '../storage/damagedTexts.ts';
import { words } from '../words/words.ts';
import { useBookmarkStore } from './useBookmarks.ts';

/** Says, until it is dismissed, that the browser did not keep a bookmark, or that kept ones could not be read. */
export function StorageNotice() {
  const store = useBookmarkStore();
  const hasFailed = useSyncExternalStore(store.subscribe, store.hasFailed, store.hasFailed);
  const damagedCount = useContext(DamagedCount);

  return (
    // A live region must stand there before its words come. Not role status: that one is the list's count.
    <div aria-live="polite">
      {hasFailed && <Notice>{words.bookmarksNotKept}</Notice>}
      {damagedCount > 0 && <Notice>{words.textsDamaged(damagedCount)}</Notice>}
    </div>
  );
}

function Notice({ children }: { children: string }) {
  const [isDismissed, setDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <div className="notice">
      <span>{children}</span>
      <button type="button" className="button shrink-0" onClick={() => setDismissed(true)}>
        {words.understood}
      </button>
    </div>
  );
}
