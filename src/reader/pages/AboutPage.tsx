import { useQuery } from '@tanstack/react-query';
import { explainError } from '../data/explainError.ts';
import { aboutQuery } from '../data/fetchAbout.ts';
import { BodySkeleton, HeadSkeleton } from '../reading/ArticleSkeleton.tsx';
import { readingViewQuery } from '../reading/readingViewQuery.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../words/words.ts';

/** The owner's page about the site. */
export function AboutPage() {
  const heading = useArrivalFocus();
  const page = useQuery(aboutQuery);
  const view = useQuery(readingViewQuery);
  const AboutBody = view.data?.AboutBody;
  useDocumentTitle(page.data?.title ?? words.about);

  return (
    <div className="reading-pane">
      <div className="article" aria-busy={page.isPending}>
        {page.isPending && <HeadSkeleton />}
        {page.data && (
          <header className="article-head">
            <h1 ref={heading} tabIndex={-1} className="article-title">
              {page.data.title}
            </h1>
          </header>
        )}
        {page.isError ? (
          <>
            <h1 ref={heading} tabIndex={-1} className="article-title">
              {words.about}
            </h1>
            <Failed
              what={words.aboutFailed}
              why={explainError(page.error)}
              onRetry={() => void page.refetch()}
            />
          </>
        ) : view.isError ? (
          <Failed
            what={words.viewFailed}
            why={words.because.network}
            onRetry={() => window.location.reload()}
          />
        ) : page.data && AboutBody ? (
          <AboutBody html={page.data.html} />
        ) : (
          <BodySkeleton />
        )}
        <SiteFooter within={['one', 'two']} />
      </div>
    </div>
  );
}
