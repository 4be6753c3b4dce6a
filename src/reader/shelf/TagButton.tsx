import Tag from 'lucide-react/icons/tag';
import { useBookmark } from '../bookmarks/useBookmarks.ts';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { shelfWords } from '../words/shelfWords.ts';

const loadPanel = async () => (await import('./TagPanel.tsx')).TagPanel;

/** The button 标签 of an article that is bookmarked, and the dialog that it opens. */
export function TagButton({ id }: { id: string }) {
  if (!useBookmark(id)) return null;
  return (
    <SheetButton
      title={shelfWords.tags}
      aria-label={shelfWords.tags}
      className="bar-button"
      look="is-center"
      load={loadPanel}
      content={() => ({ ids: [id] })}
    >
      <Tag size={18} strokeWidth={1.6} aria-hidden="true" />
    </SheetButton>
  );
}
