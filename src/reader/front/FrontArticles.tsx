import type { ReactNode } from 'react';
import { isRead } from '../read-state/createReadStore.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import type { ArticleOrigin } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatShortDay } from '../ui/formatDate.ts';
import { words } from '../words/words.ts';

/** What the front page shows of an article; a summary, or what a visit remembers. */
export interface FrontArticle {
  id: string;
  title: string;
  category: string;
  publishedAt?: string;
  formerIds?: string[];
}

interface FrontArticlesProps {
  articles: readonly FrontArticle[];
  /** The list beside them is that of all articles. */
  isAll: boolean;
  /** They were begun, and are to be gone on with: that they count as read says nothing. */
  isBegun?: boolean;
  /** What stands below an article's title beside its facts. */
  renderNote?: (article: FrontArticle) => ReactNode;
}

/** Some articles of the front page, each as a link with its day and its category. */
export function FrontArticles({
  articles,
  isAll,
  isBegun = false,
  renderNote,
}: FrontArticlesProps) {
  const listNames = useCategoryNames();
  const marks = useReadMarks();
  const countsAsRead = (article: FrontArticle) => !isBegun && isRead(marks, article);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
    <ul role="list" className="front-articles">
      {articles.map((article) => (
        <li key={article.id}>
          <RouteLink
            to={{ name: 'article', id: article.id }}
            origin={buildOrigin(article, isAll)}
            className={countsAsRead(article) ? 'is-read' : ''}
          >
            {article.title}
          </RouteLink>
          <p className="front-facts">
            {renderNote?.(article)}
            {article.publishedAt && (
              <time dateTime={article.publishedAt}>{formatShortDay(article.publishedAt)}</time>
            )}
            <span>{listNames(article.category).at(-1)}</span>
            {countsAsRead(article) && <span className="sr-only">{words.isRead}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/**
 * Returns where an article of the front page counts as opened from: the list beside it where that holds all articles,
 * else its own category's. Its position is looked for when it is open.
 */
export function buildOrigin(
  { category }: Pick<FrontArticle, 'category'>,
  isAll: boolean,
): ArticleOrigin {
  return isAll
    ? { list: { kind: 'category', path: '' }, position: 0, steps: 1 }
    : { list: { kind: 'category', path: category }, position: 0 };
}
