import Clock from 'lucide-react/icons/clock';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useBookmark } from '../bookmarks/useBookmarks.ts';
import { useAllLabels } from '../bookmarks/useShelves.ts';
import { shelfWords } from '../words/shelfWords.ts';
import { useShelfDeeds } from './useShelfDeeds.ts';

/** Puts an article on the shelf 稍后读, and takes it off. */
export function LaterButton({ article }: { article: Omit<Bookmark, 'bookmarkedAt'> }) {
  const deeds = useShelfDeeds();
  const isBookmarked = useBookmark(article.id) !== undefined;
  const isLater = useAllLabels().get(article.id)?.shelf !== undefined && isBookmarked;
  return (
    <button
      type="button"
      className={`bar-button ${isLater ? 'text-seal' : ''}`}
      title={shelfWords.later}
      aria-label={shelfWords.later}
      aria-pressed={isLater}
      onClick={() => deeds.setLater(article, !isLater)}
    >
      <Clock size={18} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}
