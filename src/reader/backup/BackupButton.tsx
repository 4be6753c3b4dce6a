import { type ComponentType, useState } from 'react';
import { Sheet } from '../ui/Sheet.tsx';
import { words } from '../ui/words.ts';

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
        {words.backup}
      </button>
      {Panel && (
        <Sheet title={words.backupTitle} onClose={() => setPanel(undefined)}>
          <div className="px-2 pb-3">
            <Panel />
          </div>
        </Sheet>
      )}
    </>
  );
}
