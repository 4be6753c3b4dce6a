import { navigate } from 'wouter/use-browser-location';
import { useBookmark, useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { readingWords } from '../ui/readingWords.ts';
import { words } from '../ui/words.ts';

/** What is shown for an article that the owner has taken down, to those who have not saved it: that, and why. */
export function TakenDownArticle({ id, reason }: { id: string; reason: string }) {
  const heading = useArrivalFocus();
  const isBookmarked = useBookmark(id) !== undefined;
  const store = useBookmarkStore();

  function removeBookmark() {
    store.remove(id);
    navigate(buildHref({ name: 'saved' }));
  }

  return (
    <div className="article">
      <h1 ref={heading} tabIndex={-1} className="article-title">
        {words.takenDown}
      </h1>
      {reason !== '' && <p className="mt-4 text-soft">{reason}</p>}
      <div className="mt-6">
        {isBookmarked ? (
          <button type="button" className="button" onClick={removeBookmark}>
            {readingWords.removeBookmark}
          </button>
        ) : (
          <RouteLink to={{ name: 'list', category: '' }} className="button">
            {words.goToAll}
          </RouteLink>
        )}
      </div>
      <SiteFooter within={['one', 'two']} />
    </div>
  );
}
