import { SheetButton } from '../ui/DeferredSheet.tsx';
import { syncWords } from '../words/backupWords.ts';

const loadPanel = async () => (await import('./SyncPanel.tsx')).SyncPanel;

/** Opens the sync of several devices beside the list. */
export function SyncButton() {
  return (
    <SheetButton
      title={syncWords.sync}
      sheetTitle={syncWords.syncTitle}
      className="order-button"
      load={loadPanel}
      content={() => ({})}
    >
      {syncWords.sync}
    </SheetButton>
  );
}
