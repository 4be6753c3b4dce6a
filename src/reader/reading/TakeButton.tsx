import Share2 from 'lucide-react/icons/share-2';
import { useState } from 'react';
import type { Article } from '../../model/Article.ts';
import { DeferredSheet } from '../ui/DeferredSheet.tsx';
import { words } from '../ui/words.ts';

const loadPanel = async () => (await import('../export/TakePanel.tsx')).TakePanel;

/** The button 带走 and the dialog that it opens. */
export function TakeButton({ article }: { article: Article }) {
  const [isOpen, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="bar-button"
        aria-label={words.take}
        aria-haspopup="dialog"
        title={words.take}
        onClick={() => setOpen(true)}
      >
        <Share2 size={18} strokeWidth={1.6} aria-hidden="true" />
      </button>
      {isOpen && (
        <DeferredSheet
          title={words.take}
          onClose={onClose}
          load={loadPanel}
          content={{ article, onClose }}
        />
      )}
    </>
  );
}
