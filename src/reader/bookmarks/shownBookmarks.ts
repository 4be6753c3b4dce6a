import type { Bookmark } from './Bookmark.ts';

let shown: readonly Bookmark[] = [];

/** Remembers what the page of bookmarks shows, in its order: an article opened from there has them as neighbours. */
export function rememberShown(bookmarks: readonly Bookmark[]): void {
  shown = bookmarks;
}

/** Returns the bookmarks as the page showed them last; without it, or where it has not shown `id`, those of 收藏. */
export function listShown(kept: readonly Bookmark[], id: string): readonly Bookmark[] {
  return shown.some((bookmark) => bookmark.id === id) ? shown : kept;
}
