import { SheetButton } from '../ui/DeferredSheet.tsx';
import { backupWords } from '../words/backupWords.ts';

const loadPanel = async () => (await import('./BackupPanel.tsx')).BackupPanel;

/** Opens the bookmarks' backup beside the list. */
export function BackupButton() {
  return (
    <SheetButton
      title={backupWords.backup}
      sheetTitle={backupWords.backupTitle}
      className="order-button"
      load={loadPanel}
      content={() => ({})}
    >
      {backupWords.backup}
    </SheetButton>
  );
}
