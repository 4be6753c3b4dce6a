import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../ui/partQuery.ts';

const listenBarQuery = partQuery('listen bar', () => import('../listen/ListenBar.tsx'));

/** Reads the article on screen aloud; its script comes when it is asked for. */
export function ListenTools({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(listenBarQuery);
  const body = document.querySelector<HTMLElement>('.reading-pane .article-body');
  return data && body ? <data.ListenBar body={body} onClose={onClose} /> : null;
}
