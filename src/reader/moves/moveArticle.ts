import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import type { Marks } from '../read-state/createMarks.ts';
import type { OfflineStore } from '../saving/createOfflineStore.ts';

/** What is kept of articles on this device. */
export interface KeptThings {
  bookmarks: BookmarkStore;
  marks: Marks;
  offline: OfflineStore;
}

/**
 * Lets all that is kept of an article go with it to the id that it has now. Each thing is there under the new id before
 * it goes under the old one; the bookmark waits until the saved copy is whole, since it leads to it offline. What is
 * cut short (no network, a page that is closed) stays as it is, and is begun anew when the article is seen again.
 */
export async function moveArticle(
  { bookmarks, marks, offline }: KeptThings,
  from: string,
  article: SavedSummary,
): Promise<void> {
  const { id: to } = article;
  if (from === to) return;
  // Where their script can't be had, the next visit tries again.
  void import('../notes/moveNotes.ts')
    .then(({ moveNotes }) => moveNotes(from, article))
    .catch(() => undefined);
  marks.read.move(from, to);
  marks.places.move(from, to);
  marks.visits.move(from, article);
  await waitUntil(offline, () => offline.read().phase !== 'starting');
  const isSaved = (await offline.engine?.beginMove(from, article)) ?? false;
  if (isSaved) {
    const isEnded = () => !['waiting', 'saving'].includes(offline.readSaved(to)?.kind ?? 'waiting');
    await waitUntil(offline, isEnded);
    const { kind } = offline.readSaved(to) ?? {};
    if (kind !== 'saved' && kind !== 'missing') return;
  }
  bookmarks.move(from, article);
  if (isSaved) await offline.engine?.endMove(from, to);
}

function waitUntil(store: OfflineStore, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve();
  return new Promise((done) => {
    const stop = store.subscribe(() => {
      if (!isSo()) return;
      stop();
      done();
    });
  });
}
