import FileDown from 'lucide-react/icons/file-down';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { words } from '../ui/words.ts';
import type { ExportSource } from './ExportSource.ts';

const loadPanel = async () => (await import('./ExportPanel.tsx')).ExportPanel;

/** The button 导出 and the dialog that it opens. */
export function ExportButton({ source }: { source: ExportSource }) {
  return (
    <SheetButton
      title={words.exportList}
      className="order-button"
      load={loadPanel}
      content={() => ({ source })}
    >
      <FileDown size={13} strokeWidth={1.6} aria-hidden="true" />
      <span>{words.exportList}</span>
    </SheetButton>
  );
}
