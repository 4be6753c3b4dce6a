import { queryOptions, useQuery } from '@tanstack/react-query';

const listenBarQuery = queryOptions({
  queryKey: ['listen bar'],
  queryFn: () => import('../listen/ListenBar.tsx'),
  retryOnMount: false,
  structuralSharing: false,
});

/** Reads the article on screen aloud; its script comes when it is asked for. */
export function ListenTools({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(listenBarQuery);
  const body = document.querySelector<HTMLElement>('.reading-pane .article-body');
  return data && body ? <data.ListenBar body={body} onClose={onClose} /> : null;
}
