import { QueryClient } from '@tanstack/react-query';
import { ArchiveError } from '../../model/ArchiveError.ts';

/** Builds the cache of archive files. A published file does not change under an open page, so none grows stale. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        // The browser's word "offline" is not the last one (a service worker may answer), and a paused query looks
        // like eternal loading.
        networkMode: 'always',
        refetchOnReconnect: true,
        // Coming back to the window is no reason to take an error's message off the screen.
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < MAX_RETRIES && error instanceof ArchiveError && error.kind === 'network',
        retryDelay: (failures) => FIRST_DELAY * 2 ** failures,
      },
    },
  });
}

const MAX_RETRIES = 2;
const FIRST_DELAY = 400; // ms
