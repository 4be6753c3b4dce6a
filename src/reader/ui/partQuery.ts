import { queryOptions } from '@tanstack/react-query';

/**
 * Returns the query of a part of the app whose script comes when it is asked for. What failed is not asked for again by
 * another component, which would take the message off the screen; 重试 loads the page anew, since a script that failed
 * to load stays failed in some browsers, and a new version of the site has new names for its scripts.
 * Not React.lazy: Suspense holds back what it reveals for up to 300 ms, and begins to load only when it is rendered.
 */
export function partQuery<Part>(name: string, load: () => Promise<Part>) {
  return queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    retryOnMount: false,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}
