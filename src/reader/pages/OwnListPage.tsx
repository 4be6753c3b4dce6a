import { useQuery } from '@tanstack/react-query';
import { ListHead } from '../list/ListHead.tsx';
import { ListSkeleton } from '../list/ListSkeleton.tsx';
import { Failed } from '../ui/Failed.tsx';
import { partQuery } from '../ui/partQuery.ts';
import { words } from '../words/words.ts';
import type { OwnListProps } from './OwnList.tsx';

/** The query of the script of the reader's own lists, which a first visit does not need; as `readingViewQuery`. */
const ownListQuery = partQuery('own list', () => import('./OwnList.tsx'));

/** The place of a list of the reader's own: its script comes when one of them is asked for. */
export function OwnListPage(props: OwnListProps) {
  const view = useQuery(ownListQuery);
  const OwnList = view.data?.OwnList;
  if (OwnList) return <OwnList {...props} />;
  const title = props.kind === 'saved' ? words.bookmarks : words.history;
  if (view.isPending) return <ListSkeleton title={title} isPage={!props.open} />;
  return (
    <>
      <ListHead title={title} isPage={!props.open} isYielding={false} status={undefined} />
      <Failed
        what={words.partFailed}
        why={words.because.network}
        onRetry={() => window.location.reload()}
      />
    </>
  );
}
