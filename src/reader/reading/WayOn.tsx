import { navigate } from 'wouter/use-browser-location';
import { useBookmark, useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';

/** The way on from an article that is not there: its bookmark can be removed, else it leads to all articles. */
export function WayOn({ id }: { id: string }) {
  const isBookmarked = useBookmark(id) !== undefined;
  const store = useBookmarkStore();

  function removeBookmark() {
    store.remove(id);
    navigate(buildHref({ name: 'saved' }));
  }

  return isBookmarked ? (
    <button type="button" className="button" onClick={removeBookmark}>
      {readingWords.removeBookmark}
    </button>
  ) : (
    <RouteLink to={{ name: 'list', category: '' }} className="button">
      {words.goToAll}
    </RouteLink>
  );
}
