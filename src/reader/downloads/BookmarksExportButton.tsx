import { useBookmarks } from '../bookmarks/useBookmarks.ts';
import { bookWords } from '../ui/bookWords.ts';
import { ExportButton } from './ExportButton.tsx';

/** The button 导出 of the bookmarks. */
export function BookmarksExportButton() {
  const bookmarks = useBookmarks();
  const source = { title: bookWords.bookmarks, count: bookmarks.length };
  return <ExportButton source={{ ...source, read: async () => bookmarks }} />;
}
