import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import BookmarkIcon from 'lucide-react/icons/bookmark';
import PenLine from 'lucide-react/icons/pen-line';
import SearchIcon from 'lucide-react/icons/search';
import TextAlignStart from 'lucide-react/icons/text-align-start';
import type { ReactNode } from 'react';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import type { Route } from '../routing/routes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../words/words.ts';

/** Where the navigation stands: in the sidebar, on the rail of two panes, or in the bar at the foot of a phone. */
type Shape = 'sidebar' | 'rail' | 'bar';

interface MainNavigationProps {
  shape: Shape;
  current: 'all' | 'saved' | 'history' | 'notes' | 'search' | 'offline' | undefined;
  articleCount: number | undefined;
  /** What stands between the links where the category tree has no room of its own. */
  children?: ReactNode;
}

/** The links to the few pages that are always there. */
export function MainNavigation({ shape, current, articleCount, children }: MainNavigationProps) {
  const bookmarkCount = useBookmarks().length;
  return (
    <nav aria-label={words.mainNavigation} className={`main-navigation is-${shape}`}>
      <MainLink
        to={{ name: 'list', category: '' }}
        name={words.allArticles}
        text={shape === 'sidebar' ? words.allArticles : words.articlesShort}
        icon={<TextAlignStart size={18} strokeWidth={1.6} aria-hidden="true" />}
        isCurrent={current === 'all'}
        count={shape === 'sidebar' ? articleCount : undefined}
      />
      {children}
      <MainLink
        to={{ name: 'saved' }}
        name={words.bookmarks}
        text={words.bookmarks}
        icon={<BookmarkIcon size={18} strokeWidth={1.6} aria-hidden="true" />}
        isCurrent={current === 'saved'}
        count={shape === 'sidebar' ? bookmarkCount || undefined : undefined}
      />
      {/* Elsewhere there is no room for a fifth: 收藏夹 leads to it. */}
      {shape === 'sidebar' && (
        <MainLink
          to={{ name: 'notes' }}
          name={words.notes}
          text={words.notes}
          icon={<PenLine size={18} strokeWidth={1.6} aria-hidden="true" />}
          isCurrent={current === 'notes'}
          count={undefined}
        />
      )}
      <MainLink
        to={{ name: 'search' }}
        name={words.search}
        text={words.search}
        icon={<SearchIcon size={18} strokeWidth={1.6} aria-hidden="true" />}
        isCurrent={current === 'search'}
        count={undefined}
      />
      <MainLink
        to={{ name: 'offline' }}
        name={words.offline}
        text={words.offline}
        icon={<ArrowDownToLine size={18} strokeWidth={1.6} aria-hidden="true" />}
        isCurrent={current === 'offline'}
        count={undefined}
      />
    </nav>
  );
}

interface MainLinkProps {
  to: Exclude<Route, { name: 'missing' }>;
  name: string;
  text: string;
  icon: ReactNode;
  isCurrent: boolean;
  count: number | undefined;
}

function MainLink({ to, name, text, icon, isCurrent, count }: MainLinkProps) {
  return (
    <RouteLink
      to={to}
      className="navigation-link"
      aria-label={name}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {icon}
      <span>{text}</span>
      {/* Shown by the style: the link's name is the page's name alone. */}
      {count !== undefined && <span className="count" data-count={formatCount(count)} />}
    </RouteLink>
  );
}
