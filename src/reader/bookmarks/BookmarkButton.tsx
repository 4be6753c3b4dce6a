import BookmarkIcon from 'lucide-react/icons/bookmark';
import { useRef } from 'react';
import { offerUndo } from '../undo/offerUndo.ts';
import { words } from '../words/words.ts';
import type { Bookmark } from './Bookmark.ts';
import { useBookmarkStore, useBookmarks } from './useBookmarks.ts';

/** Sets and removes the bookmark of an article; a removal can be taken back, with all that the bookmark holds. */
export function BookmarkButton({ article }: { article: Omit<Bookmark, 'bookmarkedAt'> }) {
  const store = useBookmarkStore();
  const isBookmarked = useBookmarks().some(({ id }) => id === article.id);
  const withdraw = useRef<() => void>(undefined);

  function turn() {
    withdraw.current?.();
    if (!isBookmarked) return store.keep(article);
    withdraw.current = offerUndo(words.bookmarkRemoved, store.unkeep(article.id));
  }

  return (
    <button
      type="button"
      className={`bar-button ${isBookmarked ? 'text-seal' : ''}`}
      aria-keyshortcuts="b"
      aria-pressed={isBookmarked}
      onClick={turn}
    >
      <BookmarkIcon
        size={18}
        strokeWidth={1.6}
        fill={isBookmarked ? 'currentColor' : 'none'}
        aria-hidden="true"
      />
      <span className="max-[30rem]:sr-only">{words.bookmark}</span>
    </button>
  );
}
