import { useQuery } from '@tanstack/react-query';
import { askForArticle } from '../data/fetchArticle.ts';
import { useSavedState } from '../offline/useOffline.ts';
import { type FoundArticle, useWhereabouts } from './useWhereabouts.ts';

/**
 * Returns what became of an open article that is shown out of its saved copy while the archive does not hold it any
 * more; undefined where it does, or where nobody knows. `isOpen`: its text is here.
 */
export function useDeparture(id: string, isOpen: boolean): FoundArticle | undefined {
  const isSaved = useSavedState(id) !== undefined;
  const answer = useQuery({
    queryKey: ['departure', id],
    queryFn: ({ signal }) => askForArticle(id, signal),
    enabled: isOpen && isSaved,
    retry: false,
    gcTime: 0,
  }).data;
  const movedTo = typeof answer === 'object' ? answer.movedTo : undefined;
  const isAbsent = isOpen && (movedTo !== undefined || answer === 'missing');
  const { data } = useWhereabouts(id, isAbsent, movedTo);
  // What is known of the same article elsewhere on the page is not asked for here.
  return isAbsent ? data : undefined;
}
