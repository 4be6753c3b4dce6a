import ArrowDownToLine from 'lucide-react/icons/arrow-down-to-line';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { words } from '../words/words.ts';
import type { ListSource } from './ListSource.ts';

const loadPanel = async () => (await import('./SaveListPanel.tsx')).SaveListPanel;

/** Opens the dialog that saves a whole list. */
export function SaveListButton({ source }: { source: ListSource }) {
  return (
    <SheetButton
      title={words.saveList}
      className="order-button"
      load={loadPanel}
      content={(onClose) => ({ source, onClose })}
    >
      <ArrowDownToLine size={13} strokeWidth={1.6} aria-hidden="true" />
      <span>{words.save}</span>
    </SheetButton>
  );
}
