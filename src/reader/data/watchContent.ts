import type { QueryClient } from '@tanstack/react-query';
import { CONTENT_CHANGED } from '../../model/archivePaths.ts';

/**
 * In development, reads everything on screen again when a content file was edited, added or removed. In a build it is
 * nothing.
 */
export function watchContent(queryClient: QueryClient): void {
  import.meta.hot?.on(CONTENT_CHANGED, () => void queryClient.invalidateQueries());
}
