import { queryOptions } from '@tanstack/react-query';

/**
 * The query of the reading view's script, which brings the sanitizer and the styles of the text with it.
 * Not React.lazy: Suspense holds back what it reveals for up to 300 ms, and begins to load only when the article is here.
 */
export const readingViewQuery = queryOptions({
  queryKey: ['reading view'],
  queryFn: () => import('../article/ArticleBody.tsx'),
  // Another component that asks must not take the message off the screen; 重试 loads the page anew.
  retryOnMount: false,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});
