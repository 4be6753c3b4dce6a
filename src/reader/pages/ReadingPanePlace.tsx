import { useQuery } from '@tanstack/react-query';
import type { OpenArticle } from '../reading/useOpenArticle.ts';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { words } from '../words/words.ts';

/** The query of the reading pane's script, which comes with the first article that is approached. */
export const readingPaneQuery = partQuery(
  'reading pane',
  async () => (await import('../reading/ReadingPane.tsx')).ReadingPane,
);

interface ReadingPanePlaceProps {
  open: OpenArticle;
  /** The list is not beside it. */
  isAlone: boolean;
}

/** The place of the pane of an article. */
export function ReadingPanePlace({ open, isAlone }: ReadingPanePlaceProps) {
  const { data: ReadingPane, isError } = useQuery(readingPaneQuery);
  if (ReadingPane) return <ReadingPane open={open} isAlone={isAlone} />;
  return (
    <section className="reading-pane" aria-label={words.reading} aria-busy={!isError}>
      {/* Every page has a heading, this one until the article's is there. */}
      <h1 className="sr-only">{open.known?.title ?? words.loading}</h1>
      {isError && (
        <Failed
          what={words.viewFailed}
          why={words.because.network}
          // A script that failed to load stays failed in some browsers until the page is loaded anew.
          onRetry={() => window.location.reload()}
        />
      )}
    </section>
  );
}
