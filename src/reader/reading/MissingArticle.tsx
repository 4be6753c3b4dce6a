import { useQueryClient } from '@tanstack/react-query';
import { ArticleMovedError } from '../../model/ArchiveError.ts';
import { useBookmark } from '../bookmarks/useBookmarks.ts';
import { explainError } from '../data/explainError.ts';
import { useDeparture } from '../moves/useDeparture.ts';
import { type FoundArticle, useWhereabouts } from '../moves/useWhereabouts.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { Failed } from '../ui/Failed.tsx';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';
import { BodySkeleton, HeadSkeleton } from './ArticleSkeleton.tsx';
import { LikelyArticles } from './LikelyArticles.tsx';
import { SavedText } from './SavedText.tsx';
import { useFollowMove } from './useFollowMove.ts';
import type { OpenArticle } from './useOpenArticle.ts';
import { WayOn } from './WayOn.tsx';

/**
 * What is shown for an article that is not at its address: the article itself, at its new one, where it is found; else
 * what may be it, and what is left of it on this device.
 */
export function MissingArticle({ open }: { open: OpenArticle }) {
  const { id, query } = open;
  const client = useQueryClient();
  const movedTo = query.error instanceof ArticleMovedError ? query.error.movedTo : undefined;
  const found = useWhereabouts(id, true, movedTo);
  useFollowMove(id, found.data?.whereabouts);

  function retry() {
    void client.invalidateQueries({ queryKey: ['catalogue'] });
    void query.refetch();
    void found.refetch();
  }

  if (found.isError) {
    return <Failed what={words.articleFailed} why={explainError(found.error)} onRetry={retry} />;
  }
  if (!found.data || found.data.whereabouts.kind === 'moved') {
    return (
      <article className="article" aria-busy="true">
        <HeadSkeleton />
        <BodySkeleton />
      </article>
    );
  }
  return <Remains id={id} found={found.data} onRetry={retry} />;
}

/** Where in the reading view it stands. */
export interface DepartureProps {
  open: OpenArticle;
  /** In the bar stands that it has left, at the foot what may be it. */
  place: 'bar' | 'foot';
}

/** Says of an article that is shown out of its saved copy that the archive does not hold it any more. */
export function Departure({ open, place }: DepartureProps) {
  const whereabouts = useDeparture(open.id, open.query.data !== undefined)?.whereabouts;
  useFollowMove(open.id, place === 'foot' ? whereabouts : undefined);
  if (whereabouts?.kind !== 'gone' && whereabouts?.kind !== 'likely') return null;
  if (place === 'bar') return <span className="save-status">{readingWords.leftArchive}</span>;
  return whereabouts.kind === 'likely' ? (
    <div className="article">
      <LikelyArticles id={open.id} articles={whereabouts.articles} />
    </div>
  ) : null;
}

interface RemainsProps {
  id: string;
  found: FoundArticle;
  onRetry: () => void;
}

/** What is left of it, and what may be it. */
function Remains({ id, found, onRetry }: RemainsProps) {
  const heading = useArrivalFocus();
  const isBookmarked = useBookmark(id) !== undefined;
  const { known, whereabouts } = found;

  return (
    <div className="article">
      <h1 ref={heading} tabIndex={-1} className="article-title">
        {known?.title ?? words.missingArticle}
      </h1>
      <SavedText id={id}>
        <p className="mt-4 text-soft">{explainAbsence(found, isBookmarked)}</p>
        {known?.excerpt && (
          <p className="mt-6 border-line border-l-2 pl-4 leading-loose">{known.excerpt}</p>
        )}
      </SavedText>
      {whereabouts.kind === 'likely' && <LikelyArticles id={id} articles={whereabouts.articles} />}
      <div className="mt-6 flex gap-3">
        {whereabouts.kind === 'awaited' && (
          <button type="button" className="button" onClick={onRetry}>
            {words.retry}
          </button>
        )}
        <WayOn id={id} />
      </div>
      <SiteFooter within={['one', 'two']} />
    </div>
  );
}

function explainAbsence({ known, whereabouts }: FoundArticle, isBookmarked: boolean): string {
  if (whereabouts.kind === 'awaited') return readingWords.missingAwaited;
  if (isBookmarked) return readingWords.missingBookmarked;
  return known ? readingWords.missingKnown : readingWords.missingArticleText;
}
