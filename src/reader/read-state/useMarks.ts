import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import type { Marks } from './createMarks.ts';
import type { ReadMarks } from './createReadStore.ts';

/** Gives the stores themselves. */
export function useMarks(): Marks {
  const marks = useContext(MarksContext);
  if (!marks) throw new Error('MarksContext is not provided');
  return marks;
}

/** Gives what has been read, and follows every change, other tabs' too. */
export function useReadMarks(): ReadMarks {
  const { read } = useMarks();
  return useSyncExternalStore(read.subscribe, read.readMarks, read.readMarks);
}

/** Gives the articles opened last, the last first; `bookmarkedAt` is when. */
export function useVisits(): readonly Bookmark[] {
  const { visits } = useMarks();
  return useSyncExternalStore(visits.subscribe, visits.readAll, visits.readAll);
}

/** Hands the stores to the tree; `main.tsx` and tests fill it. */
export const MarksContext = createContext<Marks | undefined>(undefined);
