import ALargeSmall from 'lucide-react/icons/a-large-small';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { words } from '../words/words.ts';

const loadPanel = async () => (await import('./SettingsPanel.tsx')).SettingsPanel;

/** The button 阅读设置 and the dialog that it opens. What lies behind stays in sight, for each change shows there. */
export function SettingsButton({ className = 'bar-button' }: { className?: string }) {
  return (
    <SheetButton
      title={words.readingSettings}
      aria-label={words.readingSettings}
      aria-keyshortcuts="s"
      className={className}
      load={loadPanel}
      content={() => ({})}
      look="is-clear"
    >
      <ALargeSmall size={20} strokeWidth={1.6} aria-hidden="true" />
    </SheetButton>
  );
}
