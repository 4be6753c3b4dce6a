import Share2 from 'lucide-react/icons/share-2';
import type { Article } from '../../model/Article.ts';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { words } from '../words/words.ts';

const loadPanel = async () => (await import('./TakePanel.tsx')).TakePanel;

/** The button 带走 and the dialog that it opens. */
export function TakeButton({ article }: { article: Article }) {
  return (
    <SheetButton
      title={words.take}
      aria-label={words.take}
      className="bar-button"
      load={loadPanel}
      content={(onClose) => ({ article, onClose })}
    >
      <Share2 size={18} strokeWidth={1.6} aria-hidden="true" />
    </SheetButton>
  );
}
