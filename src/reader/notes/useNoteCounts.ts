import { useMemo } from 'react';
import { useNotes } from './useNotes.ts';

/** Returns how many notes each article has, by its id; articles without any are not among them. */
export function useNoteCounts(): ReadonlyMap<string, number> {
  const notes = useNotes();
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { articleId } of notes ?? [])
      counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
    return counts;
  }, [notes]);
}
