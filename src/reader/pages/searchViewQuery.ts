import { queryOptions } from '@tanstack/react-query';

/** The query of the search's script and styles, which are loaded when one searches; as `readingViewQuery`, not React.lazy. */
export const searchViewQuery = queryOptions({
  queryKey: ['search view'],
  queryFn: () => import('../search/SearchList.tsx'),
  retryOnMount: false,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/** The query of what marks hits in an article. */
export const foundMarksQuery = queryOptions({
  queryKey: ['found marks'],
  queryFn: () => import('../search/HitMarks.tsx'),
  retryOnMount: false,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});
