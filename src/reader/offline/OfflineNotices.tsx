import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../ui/partQuery.ts';
import { useOffline } from './useOffline.ts';

/** The query of the notices' script, which most visits have no use for. */
const noticesQuery = partQuery('offline notices', () => import('./NoticeList.tsx'));

/** What the reader should know while they read: a new version, something that was lost, how far saving has come. */
export function OfflineNotices() {
  const { hasUpdate, isFull, losses = [], run, event, arrived = [] } = useOffline();
  const isNeeded = Boolean(
    hasUpdate || isFull || run || event || losses.length + arrived.length > 0,
  );
  const { NoticeList, RunNotice } = useQuery({ ...noticesQuery, enabled: isNeeded }).data ?? {};
  return (
    <>
      <div aria-live="polite">{NoticeList && <NoticeList />}</div>
      {/* Not a live region: nobody wants to hear every number. */}
      {run && RunNotice && <RunNotice run={run} />}
    </>
  );
}
