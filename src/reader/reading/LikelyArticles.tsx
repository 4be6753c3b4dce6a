import { navigate } from 'wouter/use-browser-location';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { useMove } from '../moves/useMove.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { formatShortDay } from '../ui/formatDate.ts';
import { readingWords } from '../words/readingWords.ts';

interface LikelyArticlesProps {
  /** The id that is not there any more. */
  id: string;
  articles: readonly SavedSummary[];
}

/** Articles that may be the one that was looked for. The reader says whether one is. */
export function LikelyArticles({ id, articles }: LikelyArticlesProps) {
  const move = useMove();

  function choose(article: SavedSummary) {
    move(id, article);
    navigate(buildHref({ name: 'article', id: article.id }), { replace: true });
  }

  return (
    <section aria-label={readingWords.likely} className="likely">
      <p>{readingWords.likely}</p>
      <ul>
        {articles.map((article) => (
          <li key={article.id}>
            <span>
              <RouteLink to={{ name: 'article', id: article.id }}>{article.title}</RouteLink>
              <small>
                {[formatShortDay(article.publishedAt), article.category.split('/').at(-1)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <button type="button" className="button" onClick={() => choose(article)}>
              {readingWords.isThisOne}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
