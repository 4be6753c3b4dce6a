import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';

/** The query of the page's script, which few visits need. */
const offlinePageQuery = partQuery('offline page', () => import('./OfflinePage.tsx'));

/** The place of the page 离线与存储: its script comes when it is asked for. */
export function OfflineScreen() {
  useDocumentTitle(words.offlinePage);
  const page = useQuery(offlinePageQuery);
  const OfflinePage = page.data?.OfflinePage;
  if (OfflinePage) return <OfflinePage />;
  return (
    <div className="offline-page">
      <h1>{words.offlinePage}</h1>
      {page.isError ? (
        <Failed
          what={words.offlinePageFailed}
          why={words.because.network}
          // A script that failed to load stays failed in some browsers until the page is loaded anew.
          onRetry={() => window.location.reload()}
        />
      ) : (
        <p className="sr-only">{words.loading}</p>
      )}
    </div>
  );
}
