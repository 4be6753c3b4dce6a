import { useQuery } from '@tanstack/react-query';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';

/** The query of the page's script, which few visits need. */
const notesPageQuery = partQuery('notes page', () => import('../notes/NotesPage.tsx'));

/** The place of the page 笔记: its script comes when it is asked for. */
export function NotesScreen() {
  useDocumentTitle(words.notes);
  const page = useQuery(notesPageQuery);
  const NotesPage = page.data?.NotesPage;
  if (NotesPage) return <NotesPage />;
  return (
    <div className="offline-page">
      <h1>{words.notes}</h1>
      {page.isError ? (
        <Failed
          what={words.partFailed}
          why={words.because.network}
          onRetry={() => window.location.reload()}
        />
      ) : (
        <p className="sr-only">{words.loading}</p>
      )}
    </div>
  );
}
