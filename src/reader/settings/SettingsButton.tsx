import ALargeSmall from 'lucide-react/icons/a-large-small';
import { useState } from 'react';
import { DeferredSheet } from '../ui/DeferredSheet.tsx';
import { words } from '../ui/words.ts';

const loadPanel = async () => (await import('./SettingsPanel.tsx')).SettingsPanel;

/** The button 阅读设置 and the dialog that it opens. What lies behind stays in sight, for each change shows there. */
export function SettingsButton({ className = 'bar-button' }: { className?: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={words.readingSettings}
        aria-keyshortcuts="s"
        aria-haspopup="dialog"
        title={words.readingSettings}
        onClick={() => setOpen(true)}
      >
        <ALargeSmall size={20} strokeWidth={1.6} aria-hidden="true" />
      </button>
      {isOpen && (
        <DeferredSheet
          title={words.readingSettings}
          onClose={() => setOpen(false)}
          load={loadPanel}
          content={{}}
          look="is-clear"
        />
      )}
    </>
  );
}
