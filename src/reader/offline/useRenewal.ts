import { useEffect, useRef, useState } from 'react';
import type { Article } from '../../model/Article.ts';
import { useBookmarkStore } from '../bookmarks/useBookmarks.ts';
import { useOffline, useOfflineStore, useSavedState } from './useOffline.ts';

/** How long the new text is on screen before the reader is taken to have seen that it is one, in milliseconds. */
const GLANCE = 3000;

/**
 * Keeps what is saved and bookmarked of the open article to what the site has: a saved copy stands at once, and the
 * site's text takes its place where it is another one. Gives since when it is known to be another, while this article
 * is open.
 */
export function useRenewal(article: Article | undefined): string | undefined {
  const store = useOfflineStore();
  const bookmarks = useBookmarkStore();
  const { phase } = useOffline();
  const id = article?.id ?? '';
  const state = useSavedState(id);
  const asked = useRef<Article>(undefined);
  const [updatedAt, setUpdatedAt] = useState<string>();

  useEffect(() => {
    if (article) bookmarks.renew(article);
  }, [article, bookmarks]);

  const isSaved = state?.kind === 'saved' || state?.kind === 'missing';
  useEffect(() => {
    if (!article || !isSaved || phase !== 'ready' || asked.current === article) return;
    asked.current = article;
    // No room for the new text: the old copy stays, and is shown.
    void store.engine?.renew(article.id).catch(() => undefined);
  }, [article, isSaved, phase, store]);

  const noticedAt = state?.updatedAt;
  useEffect(() => {
    if (noticedAt === undefined || phase !== 'ready') return;
    setUpdatedAt(noticedAt);
    const timer = setTimeout(() => void store.engine?.settleUpdate(id), GLANCE);
    return () => clearTimeout(timer);
  }, [noticedAt, phase, id, store]);

  return updatedAt;
}
