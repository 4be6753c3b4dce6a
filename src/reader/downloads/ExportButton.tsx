import FileDown from 'lucide-react/icons/file-down';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { words } from '../words/words.ts';
import type { ExportSource } from './ExportSource.ts';

const loadPanel = async () => (await import('./ExportPanel.tsx')).ExportPanel;

interface ExportButtonProps {
  source: ExportSource;
  className?: string;
}

/** The button 导出 and the dialog that it opens. */
export function ExportButton({ source, className = 'order-button' }: ExportButtonProps) {
  return (
    <SheetButton
      title={words.exportList}
      className={className}
      load={loadPanel}
      content={() => ({ source })}
    >
      <FileDown size={13} strokeWidth={1.6} aria-hidden="true" />
      <span>{words.exportList}</span>
    </SheetButton>
  );
}
