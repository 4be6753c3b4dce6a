import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import { type ComponentType, useState } from 'react';
import { words } from '../ui/words.ts';
import type { ListSource, SaveListProps } from './ListSource.ts';

/** Opens the dialog that saves a whole list. The dialog's script comes when it is asked for. */
export function SaveListButton({ source }: { source: ListSource }) {
  const [Dialog, setDialog] = useState<ComponentType<SaveListProps>>();

  async function open() {
    const script = await import('./SaveListDialog.tsx').catch(() => undefined);
    if (script) setDialog(() => script.SaveListDialog);
  }

  return (
    <>
      <button
        type="button"
        className="order-button"
        title={words.saveList}
        onClick={() => void open()}
      >
        <ArrowDownToLine size={13} strokeWidth={1.6} aria-hidden="true" />
        <span>{words.save}</span>
      </button>
      {Dialog && <Dialog source={source} onClose={() => setDialog(undefined)} />}
    </>
  );
}
