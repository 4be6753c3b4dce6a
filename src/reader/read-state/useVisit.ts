import { useEffect } from 'react';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useMarks } from './useMarks.ts';

/** Remembers that an article was opened, once it is here, and marks it as read. */
export function useVisit(article: Omit<Bookmark, 'bookmarkedAt'> | undefined): void {
  const { read, visits } = useMarks();
  useEffect(() => {
    if (!article) return;
    read.mark(article.id, true);
    visits.save(article);
  }, [article, read, visits]);
}
