import { useQuery } from '@tanstack/react-query';
import { RowSkeleton } from '../list/RowSkeleton.tsx';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { words } from '../words/words.ts';
import type { UnreadListProps } from './UnreadList.tsx';

/** The query of the unread list's script, which a first visit has no use for. */
const unreadListQuery = partQuery('unread list', () => import('./UnreadList.tsx'));

/** The place of the rows that have not been read: their script comes when they are asked for. */
export function UnreadListPlace(props: UnreadListProps) {
  const { data, isError } = useQuery(unreadListQuery);
  if (data) return <data.UnreadList {...props} />;
  if (!isError) return <RowSkeleton />;
  return (
    <Failed
      what={words.unreadFailed}
      why={words.because.network}
      onRetry={() => window.location.reload()}
    />
  );
}
