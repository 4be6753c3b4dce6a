import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter/use-browser-location';
import { ArticleFoot } from '../article/ArticleFoot.tsx';
import { ArticleHead } from '../article/ArticleHead.tsx';
import { BodySkeleton, HeadSkeleton } from '../article/ArticleSkeleton.tsx';
import { NeighbourLinks } from '../article/NeighbourLinks.tsx';
import { explainError } from '../data/ArchiveError.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../ui/words.ts';
import { FoundMarks } from './FoundMarks.tsx';
import { PassageMark } from './PassageMark.tsx';
import { readingViewQuery } from './readingViewQuery.ts';
import { SelectionTools } from './SelectionTools.tsx';
import type { OpenArticle } from './useOpenArticle.ts';

/** The article itself: its head as soon as the list knows it, the rest when it comes, or why it does not. */
export function OpenArticleView({ open }: { open: OpenArticle }) {
  const { query, known, list, neighbours, steps } = open;
  const view = useQuery(readingViewQuery);
  const ArticleBody = view.data?.ArticleBody;
  const found = new URLSearchParams(useSearch()).get('q');

  return (
    <article className="article" aria-busy={query.isPending} aria-label={known?.title}>
      {known ? <ArticleHead article={known} /> : query.isPending && <HeadSkeleton />}
      {(query.isPending || (query.data && view.isPending)) && <BodySkeleton />}
      {query.isError && (
        <Failed
          what={words.articleFailed}
          why={explainError(query.error)}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && view.isError && (
        <Failed
          what={words.viewFailed}
          why={words.because.network}
          // A script that failed to load stays failed in some browsers until the page is loaded anew; and a new version of the site has new names for its scripts.
          onRetry={() => window.location.reload()}
        />
      )}
      {query.data && ArticleBody && (
        <>
          <ArticleBody id={open.id} html={query.data.html} />
          {found && <FoundMarks key={found} text={found} />}
          <PassageMark />
          <SelectionTools article={query.data} />
          <ArticleFoot article={query.data} />
          <p className="print-only">{window.location.href}</p>
        </>
      )}
      {list && !query.isPending && (
        <NeighbourLinks neighbours={neighbours} list={list} steps={steps && steps + 1} />
      )}
    </article>
  );
}
