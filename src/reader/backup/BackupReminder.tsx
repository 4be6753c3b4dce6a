import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useAllBookmarks } from '../bookmarks/useBookmarks.ts';
import { useSettings } from '../storage/useSettings.ts';
import { backupWords } from '../words/backupWords.ts';

/** From so many bookmarks on, a loss would hurt. */
const MIN_BOOKMARKS = 20;
/** How old a backup may be, in milliseconds: 30 days. */
const MAX_AGE = 30 * 24 * 60 * 60 * 1000;

/** A quiet line where many bookmarks were not exported for long. */
export function BackupReminder() {
  const bookmarks = useAllBookmarks();
  const { exportedAt } = useSettings();
  if (!isBackupDue(bookmarks, exportedAt, Date.now())) return null;
  return <p className="backup-reminder">{backupWords.backupDue}</p>;
}

/**
 * Whether it is time for a backup; without one, the first bookmark's age counts. `bookmarks`: newest first; `now` in
 * milliseconds.
 */
export function isBackupDue(
  bookmarks: readonly Bookmark[],
  exportedAt: string | undefined,
  now: number,
): boolean {
  if (bookmarks.length < MIN_BOOKMARKS) return false;
  const age = now - Date.parse(exportedAt ?? bookmarks.at(-1)?.bookmarkedAt ?? '');
  // An export in the future was made with a wrong clock.
  return !(age >= 0 && age < MAX_AGE);
}
