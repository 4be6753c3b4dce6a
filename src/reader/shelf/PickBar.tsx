import type { ReactNode } from 'react';
import { isRead } from '../read-state/createReadStore.ts';
import { useReadMarks } from '../read-state/useMarks.ts';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { shelfWords } from '../words/shelfWords.ts';
import type { ShelfDeeds } from './createShelfDeeds.ts';
import type { ShelfView } from './shelfView.ts';
import type { Picks } from './usePicks.ts';

const loadPanel = async () => (await import('./TagPanel.tsx')).TagPanel;

interface PickBarProps {
  picks: Picks;
  shelf: ShelfView['shelf'];
  deeds: ShelfDeeds;
  /** What else can be done. */
  children?: ReactNode;
}

/** What can be done to the chosen bookmarks. */
export function PickBar({ picks, shelf, deeds, children }: PickBarProps) {
  const { ids } = picks;
  const marks = useReadMarks();
  const areRead = ids.every((id) => isRead(marks, { id }));
  const other = shelf === 'kept' ? 'later' : 'kept';
  const isEmpty = ids.length === 0;

  return (
    <div role="toolbar" aria-label={shelfWords.picked} className="pick-bar">
      <p aria-live="polite">{shelfWords.pickedCount(formatCount(ids.length))}</p>
      <button type="button" className="button" onClick={picks.pickAll}>
        {shelfWords.pickAll}
      </button>
      <SheetButton
        title={shelfWords.tags}
        className="button"
        look="is-center"
        disabled={isEmpty}
        load={loadPanel}
        content={() => ({ ids })}
      >
        {shelfWords.tags}
      </SheetButton>
      <button
        type="button"
        className="button"
        disabled={isEmpty}
        onClick={() => deeds.moveTo(ids, other)}
      >
        {other === 'later' ? shelfWords.toLater : shelfWords.toKept}
      </button>
      <button
        type="button"
        className="button"
        disabled={isEmpty}
        onClick={() => deeds.mark(ids, !areRead)}
      >
        {areRead && !isEmpty ? shelfWords.markUnread : shelfWords.markRead}
      </button>
      {children}
      <button
        type="button"
        className="button"
        disabled={isEmpty}
        onClick={() => {
          deeds.takeOff(ids, shelf);
          picks.stop();
        }}
      >
        {shelfWords.remove}
      </button>
      <button type="button" className="button" onClick={picks.stop}>
        {shelfWords.stopPicking}
      </button>
    </div>
  );
}
