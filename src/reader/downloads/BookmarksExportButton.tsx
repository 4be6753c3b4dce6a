import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { bookWords } from '../ui/bookWords.ts';
import { ExportButton } from './ExportButton.tsx';

interface BookmarksExportButtonProps {
  /** All where it is absent. */
  bookmarks?: readonly Bookmark[];
  /** Names the file. */
  title?: string;
}

/** The button 导出 of the bookmarks, or of those that are chosen. */
export function BookmarksExportButton(props: BookmarksExportButtonProps) {
  const all = useBookmarks();
  const { bookmarks = all, title = bookWords.bookmarks } = props;
  const source = { title, count: bookmarks.length, read: async () => bookmarks };
  return <ExportButton source={source} />;
}
