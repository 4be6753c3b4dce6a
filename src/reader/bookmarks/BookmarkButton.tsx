import BookmarkIcon from 'lucide-react/icons/bookmark';
import { words } from '../ui/words.ts';
import type { Bookmark } from './Bookmark.ts';
import { useBookmark, useBookmarkStore } from './useBookmarks.ts';

/** Sets and removes the bookmark of an article. */
export function BookmarkButton({ article }: { article: Omit<Bookmark, 'bookmarkedAt'> }) {
  const store = useBookmarkStore();
  const isBookmarked = useBookmark(article.id) !== undefined;

  return (
    <button
      type="button"
      className={`bar-button ${isBookmarked ? 'text-seal' : ''}`}
      aria-keyshortcuts="b"
      aria-pressed={isBookmarked}
      onClick={() => (isBookmarked ? store.remove(article.id) : store.save(article))}
    >
      <BookmarkIcon
        size={18}
        strokeWidth={1.6}
        fill={isBookmarked ? 'currentColor' : 'none'}
        aria-hidden="true"
      />
      <span className="max-[24rem]:sr-only">{words.bookmark}</span>
    </button>
  );
}
