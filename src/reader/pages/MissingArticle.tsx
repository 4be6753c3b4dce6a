import { navigate } from 'wouter/use-browser-location';
import { useBookmark, useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { words } from '../ui/words.ts';

/** What is shown for an article that the archive does not hold: what a bookmark remembers of it, or that there is none. */
export function MissingArticle({ id }: { id: string }) {
  const heading = useArrivalFocus();
  const bookmark = useBookmark(id);
  const store = useBookmarkStore();

  function removeBookmark() {
    store.remove(id);
    navigate(buildHref({ name: 'saved' }));
  }

  return (
    <div className="article">
      <h1 ref={heading} tabIndex={-1} className="article-title">
        {bookmark?.title ?? words.missingArticle}
      </h1>
      <p className="mt-4 text-soft">
        {bookmark ? words.missingBookmarked : words.missingArticleText}
      </p>
      {bookmark?.excerpt && (
        <p className="mt-6 border-line border-l-2 pl-4 leading-loose">{bookmark.excerpt}</p>
      )}
      <div className="mt-6">
        {bookmark ? (
          <button type="button" className="button" onClick={removeBookmark}>
            {words.removeBookmark}
          </button>
        ) : (
          <RouteLink to={{ name: 'list', category: '' }} className="button">
            {words.goToAll}
          </RouteLink>
        )}
      </div>
    </div>
  );
}
