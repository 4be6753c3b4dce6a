import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { runInTurn } from './runInTurn.ts';

/**
 * Runs `settle` now and after each change of the bookmarks, never twice at once. Where it fails, the next change, or
 * the next start, tries again. Returns when the first run has ended.
 */
export async function followChanges(
  bookmarks: BookmarkStore,
  settle: () => Promise<void>,
): Promise<void> {
  const run = runInTurn(settle);
  let seen = bookmarks.readAll();
  bookmarks.subscribe(() => {
    const all = bookmarks.readAll();
    if (all === seen) return;
    seen = all;
    void run();
  });
  await run();
}
