import { type ComponentType, useState } from 'react';
import { backupWords } from '../ui/backupWords.ts';
import { Sheet } from '../ui/Sheet.tsx';

/** Opens the bookmarks' backup beside the list. Its script comes when it is asked for. */
export function BackupButton() {
  const [Panel, setPanel] = useState<ComponentType>();

  async function open() {
    const script = await import('./BackupPanel.tsx').catch(() => undefined);
    if (script) setPanel(() => script.BackupPanel);
  }

  return (
    <>
      <button type="button" className="order-button" onClick={() => void open()}>
        {backupWords.backup}
      </button>
      {Panel && (
        <Sheet title={backupWords.backupTitle} onClose={() => setPanel(undefined)}>
          <div className="px-2 pb-3">
            <Panel />
          </div>
        </Sheet>
      )}
    </>
  );
}
