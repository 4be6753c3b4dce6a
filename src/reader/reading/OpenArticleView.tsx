import { useQuery } from '@tanstack/react-query';
import { isMissing } from '../../model/ArchiveError.ts';
import { ArticleHead } from '../article/ArticleHead.tsx';
import { explainError } from '../data/explainError.ts';
import { useAddressQuery } from '../routing/useAddress.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../words/words.ts';
import { BodySkeleton, HeadSkeleton } from './ArticleSkeleton.tsx';
import { NeighbourLinks } from './NeighbourLinks.tsx';
import { readingViewQuery } from './readingViewQuery.ts';
import type { OpenArticle } from './useOpenArticle.ts';

interface OpenArticleViewProps {
  open: OpenArticle;
  /** When it was noticed that the text is another one than the reader knows. */
  updatedAt: string | undefined;
}

/** The article itself: its head as soon as the list knows it, the rest when it comes, or why it does not. */
export function OpenArticleView({ open, updatedAt }: OpenArticleViewProps) {
  const { query, known, list, neighbours, steps } = open;
  const view = useQuery(readingViewQuery);
  const ReadingView = view.data?.ReadingView;
  const found = new URLSearchParams(useAddressQuery()).get('q');

  return (
    <article className="article" aria-busy={query.isPending} aria-label={known?.title}>
      {known ? (
        <ArticleHead article={known} updatedAt={updatedAt} />
      ) : (
        query.isPending && <HeadSkeleton />
      )}
      {(query.isPending || (query.data && view.isPending)) && <BodySkeleton />}
      {query.isError && (
        <Failed
          what={words.articleFailed}
          why={isMissing(query.error) ? words.because.outdated : explainError(query.error)}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && view.isError && (
        <Failed
          what={words.viewFailed}
          why={words.because.network}
          // A script that failed to load stays failed in some browsers until the page is loaded anew; and a new
          // version of the site has new names for its scripts.
          onRetry={() => window.location.reload()}
        />
      )}
      {query.data && ReadingView && <ReadingView article={query.data} found={found} />}
      {list && !query.isPending && (
        <NeighbourLinks neighbours={neighbours} list={list} steps={steps && steps + 1} />
      )}
      {!query.isPending && <SiteFooter within={['one', 'two']} />}
    </article>
  );
}
