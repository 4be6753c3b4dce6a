import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { bookWords } from '../words/bookWords.ts';
import { ExportButton } from './ExportButton.tsx';

interface BookmarksExportButtonProps {
  /** All where it is absent. */
  bookmarks?: readonly Bookmark[];
  className?: string;
}

/** The button 导出 of the bookmarks, or of those that are chosen. */
export function BookmarksExportButton(props: BookmarksExportButtonProps) {
  const all = useBookmarks();
  const { bookmarks = all, className = 'order-button' } = props;
  const source = { title: bookWords.bookmarks, count: bookmarks.length };
  return <ExportButton className={className} source={{ ...source, read: async () => bookmarks }} />;
}
