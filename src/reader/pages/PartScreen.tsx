import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../words/words.ts';

/** Pages that few visits need: each comes with a script of its own. */
const PAGES = {
  offline: {
    title: words.offlinePage,
    part: partQuery('offline page', async () => (await import('./OfflinePage.tsx')).OfflinePage),
  },
  notes: {
    title: words.notes,
    part: partQuery('notes page', async () => (await import('./OwnNotes.tsx')).OwnNotes),
  },
  missing: {
    title: words.missingPage,
    part: partQuery('missing page', async () => (await import('./MissingPage.tsx')).MissingPage),
  },
};

/** The place of 离线与存储, 笔记 or what stands for an address that leads nowhere; its script comes when it is asked for. */
export function PartScreen({ name }: { name: keyof typeof PAGES }) {
  const { title, part } = PAGES[name];
  useDocumentTitle(title);
  const { data: Page, isError } = useQuery(part);
  if (Page) return <Page />;
  return (
    <div className="offline-page">
      <h1>{title}</h1>
      {isError ? (
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
