import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { parseArticle } from '../data/fetchArticle.ts';
import { useOffline, useOfflineStore } from '../offline/useOffline.ts';
import { readingWords } from '../words/readingWords.ts';
import { readingViewQuery } from './readingViewQuery.ts';

interface SavedTextProps {
  id: string;
  /** What stands there where no text was saved. */
  children: ReactNode;
}

/** The saved text of an article that the archive does not hold any more. */
export function SavedText({ id, children }: SavedTextProps) {
  const store = useOfflineStore();
  const isReady = useOffline().phase !== 'starting';
  const copy = useQuery({
    queryKey: ['saved text', id],
    queryFn: async () => {
      const text = await store.engine?.readCopy(id);
      return text === undefined ? null : (parseArticle(JSON.parse(text)) ?? null);
    },
    enabled: isReady,
  });
  const view = useQuery({ ...readingViewQuery, enabled: Boolean(copy.data) });
  const ArticleBody = view.data?.ArticleBody;
  if (!copy.data || !ArticleBody) return children;
  return (
    <>
      <p className="mt-4 text-soft">{readingWords.savedTextStays}</p>
      <ArticleBody id={id} html={copy.data.html} />
    </>
  );
}
