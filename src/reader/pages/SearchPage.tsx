import { useQuery } from '@tanstack/react-query';
import { ListHead } from '../list/ListHead.tsx';
import type { ListProps } from '../list/ListProps.ts';
import { ListSkeleton } from '../list/ListSkeleton.tsx';
import { searchViewQuery } from '../search/searchViewQuery.ts';
import { Failed } from '../ui/Failed.tsx';
import { words } from '../words/words.ts';

/** The search in the pane of the list. Its script comes with the first visit. */
export function SearchPage(props: ListProps & { query: string }) {
  const view = useQuery(searchViewQuery);
  const SearchList = view.data?.SearchList;
  if (SearchList) return <SearchList {...props} />;
  if (view.isPending) return <ListSkeleton />;
  return (
    <>
      <ListHead title={words.search} isPage={!props.open} isYielding={false} status={undefined} />
      <Failed
        what={words.searchViewFailed}
        why={words.because.network}
        onRetry={() => window.location.reload()}
      />
    </>
  );
}
