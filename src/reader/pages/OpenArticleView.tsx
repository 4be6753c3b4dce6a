import { Suspense } from 'react';
import { ArticleFoot } from '../article/ArticleFoot.tsx';
import { ArticleHead } from '../article/ArticleHead.tsx';
import { BodySkeleton, HeadSkeleton } from '../article/ArticleSkeleton.tsx';
import { NeighbourLinks } from '../article/NeighbourLinks.tsx';
import { explainError } from '../data/ArchiveError.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../ui/words.ts';
import { ReadingView, ReadingViewBoundary } from './ReadingView.tsx';
import type { OpenArticle } from './useOpenArticle.ts';

/** The article itself: its head as soon as the list knows it, the rest when it comes, or why it does not. */
export function OpenArticleView({ open }: { open: OpenArticle }) {
  const { query, known, list, neighbours, steps } = open;

  return (
    <article className="article" aria-busy={query.isPending} aria-label={known?.title}>
      {known ? <ArticleHead article={known} /> : query.isPending && <HeadSkeleton />}
      {query.isPending && <BodySkeleton />}
      {query.isError && (
        <Failed
          what={words.articleFailed}
          why={explainError(query.error)}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <ReadingViewBoundary>
          <Suspense fallback={<BodySkeleton />}>
            <ReadingView html={query.data.html} />
            <ArticleFoot article={query.data} />
          </Suspense>
        </ReadingViewBoundary>
      )}
      {list && !query.isPending && (
        <NeighbourLinks neighbours={neighbours} list={list} steps={steps && steps + 1} />
      )}
    </article>
  );
}
