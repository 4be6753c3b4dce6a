import { useEffect } from 'react';
import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useMarks } from './useMarks.ts';

/** Remembers that an article was opened, once it is here, and marks it as read. */
export function useVisit(
  article: (Omit<Bookmark, 'bookmarkedAt'> & { otherCategories?: string[] }) | undefined,
): void {
  const { texts, read, visits } = useMarks();
  useEffect(() => {
    if (!article) return;
    read.mark(article.id, true);
    visits.save(article);
    // What can't be loaded now is counted by the visit, as long as that is remembered.
    import('./readIn.ts').then(({ noteReadIn }) => noteReadIn(texts, article)).catch(() => {});
  }, [article, texts, read, visits]);
}
