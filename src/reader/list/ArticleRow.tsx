import BookmarkIcon from 'lucide-react/icons/bookmark';
import { memo } from 'react';
import type { ArticleSummary } from '../../model/Article.ts';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { SavedMark } from '../offline/SavedMark.tsx';
import type { ArticleOrigin } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { formatReadingTime } from '../ui/formatCount.ts';
import { formatClock, formatShortDay } from '../ui/formatDate.ts';
import { words } from '../words/words.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { whenAtRest } from './whenAtRest.ts';

/** What a row shows: a summary from the archive, or what a bookmark remembers of one. */
export type RowArticle = Omit<Bookmark, 'bookmarkedAt'> &
  Partial<Pick<ArticleSummary, 'imageCount' | 'characterCount'>>;

interface ArticleRowProps {
  article: RowArticle;
  origin: ArticleOrigin;
  /** The article is the one in the reading pane. */
  isCurrent: boolean;
  isBookmarked: boolean;
  isRead: boolean;
  /** A word on what has become of it. */
  note?: string | undefined;
  /** Shows the day, where the list is not grouped by days. */
  hasDay: boolean;
  /** The reader is about to open it. */
  onApproach: (id: string) => void;
}

/** An article in a list. Its one link is the title, stretched over the row. Rendered again only for another look. */
export const ArticleRow = memo(Row, looksAlike);

/** The list a row is in never changes, and which handler is called makes no difference. */
function looksAlike(before: ArticleRowProps, after: ArticleRowProps): boolean {
  return (
    before.article === after.article &&
    before.origin.position === after.origin.position &&
    before.origin.steps === after.origin.steps &&
    before.isCurrent === after.isCurrent &&
    before.isBookmarked === after.isBookmarked &&
    before.isRead === after.isRead &&
    before.note === after.note &&
    before.hasDay === after.hasDay
  );
}

function Row(props: ArticleRowProps) {
  const { article, origin, isCurrent, isBookmarked, isRead, note, hasDay, onApproach } = props;
  const clock = article.isDayOnly ? undefined : formatClock(article.publishedAt);
  const time = hasDay ? formatShortDay(article.publishedAt) : clock;
  const approach = () => onApproach(article.id);
  const approachSoon = () => whenAtRest(approach);

  return (
    <div className={`row ${isCurrent ? 'is-current' : ''} ${isRead ? 'is-read' : ''}`}>
      <div className="row-words">
        <RouteLink
          to={{ name: 'article', id: article.id }}
          origin={origin}
          className="row-title"
          aria-current={isCurrent ? 'page' : undefined}
          onPointerEnter={approachSoon}
          onPointerDown={approach}
          onFocus={approachSoon}
        >
          {article.title}
        </RouteLink>
        {article.excerpt !== '' && <p className="row-excerpt">{article.excerpt}</p>}
      </div>
      {article.leadImage && <Thumbnail key={article.leadImage.src} image={article.leadImage} />}
      <div className="row-facts">
        {note && <span className="shrink-0 text-ink">{note}</span>}
        {time && <time dateTime={article.publishedAt}>{time}</time>}
        {article.source !== '' && <span className="truncate">{article.source}</span>}
        {article.characterCount !== undefined && (
          <span className="shrink-0">{formatReadingTime(article.characterCount)}</span>
        )}
        {article.imageCount !== undefined && article.imageCount > 1 && (
          <span className="shrink-0">{words.imageCount(article.imageCount)}</span>
        )}
        {isRead && <span className="sr-only">{words.isRead}</span>}
        <SavedMark id={article.id} />
        {isBookmarked && (
          <span className="shrink-0 text-seal">
            <BookmarkIcon size={13} strokeWidth={1.6} fill="currentColor" aria-hidden="true" />
            <span className="sr-only">{words.bookmarked}</span>
          </span>
        )}
      </div>
    </div>
  );
}
