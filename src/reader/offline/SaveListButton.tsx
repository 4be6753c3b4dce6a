import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import { type ComponentType, useState } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { words } from '../ui/words.ts';
import type { SavedSummary } from './SavedRecord.ts';

/** A list that can be saved whole. */
export type ListSource =
  | { kind: 'category'; category: Category }
  /** Any articles, and how they are read. */
  | { kind: 'articles'; count: number; read: () => Promise<readonly SavedSummary[]> };

/** What the dialog is told. */
export interface SaveListProps {
  source: ListSource;
  onClose: () => void;
}

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
