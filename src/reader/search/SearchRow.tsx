import { useQuery } from '@tanstack/react-query';
import { explainError } from '../data/explainError.ts';
import { RowSkeleton } from '../list/RowSkeleton.tsx';
import { SavedMark } from '../offline/SavedMark.tsx';
import type { ArticleOrigin } from '../routing/ArticleOrigin.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useCategoryNames } from '../site/useSite.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatShortDay } from '../ui/formatDate.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';
import { MarkedText } from './MarkedText.tsx';
import { resultRowQuery } from './useSearchResult.ts';

interface SearchRowProps {
  /** Number of the article in the archive, or the id of a saved one. */
  article: number | string;
  /** What is searched for. */
  text: string;
  origin: ArticleOrigin;
  openId: string | undefined;
  onApproach: (id: string) => void;
  onOpen: () => void;
}

/** One article that was found: its title, a piece of text around the hits, where it comes from. */
export function SearchRow(props: SearchRowProps) {
  const { article, text, origin, openId, onApproach, onOpen } = props;
  const listNames = useCategoryNames();
  const { data: row, error, refetch } = useQuery(resultRowQuery(article, text));
  if (error) {
    return (
      <div className="row">
        <p className="text-soft text-sm">
          {searchWords.rowFailed}：{explainError(error)}{' '}
          <button type="button" className="text-seal" onClick={() => void refetch()}>
            {words.retry}
          </button>
        </p>
      </div>
    );
  }
  if (!row) return <RowSkeleton />;
  const { summary, titleRanges, excerpt, tags, hitCount } = row;
  const approach = () => onApproach(summary.id);
  return (
    <div className={`row ${summary.id === openId ? 'is-current' : ''}`}>
      <div className="col-span-2 min-w-0">
        <RouteLink
          to={{ name: 'article', id: summary.id, found: text }}
          origin={origin}
          className="row-title"
          aria-current={summary.id === openId ? 'page' : undefined}
          onPointerEnter={approach}
          onPointerDown={approach}
          onFocus={approach}
          onClick={onOpen}
        >
          <MarkedText text={summary.title} ranges={titleRanges} />
        </RouteLink>
        <p className="found-excerpt">
          <MarkedText {...(excerpt ?? { text: summary.excerpt, ranges: [] })} />
        </p>
        {tags && (
          <p className="found-excerpt">
            {searchWords.tags}
            <MarkedText {...tags} />
          </p>
        )}
      </div>
      <div className="row-facts">
        <time dateTime={summary.publishedAt}>
          {formatShortDay(summary.publishedAt) ?? words.undated}
        </time>
        <span className="truncate">{listNames(summary.category).at(-1)}</span>
        {hitCount > 0 && (
          <span className="whitespace-nowrap">{searchWords.hitsIn(formatCount(hitCount))}</span>
        )}
        <SavedMark id={summary.id} />
      </div>
    </div>
  );
}
