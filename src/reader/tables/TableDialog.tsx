import X from 'lucide-react/icons/x';
import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { closeOnBack } from '../ui/closeOnBack.ts';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';
import { copyTable } from './copyTable.ts';
import { readGrid } from './readGrid.ts';
import { listNumericColumns } from './readNumber.ts';
import { TableChart } from './TableChart.tsx';
import { TableTools } from './TableTools.tsx';
import './tables.css';
import { useSorting } from './useSorting.ts';
import { useTableZoom } from './useTableZoom.ts';

interface TableDialogProps {
  /** The table as it stands in the article. */
  table: HTMLTableElement;
  /** Its caption, or what it is called without one. */
  name: string;
  /** When it is closed and nothing of it is on screen. */
  onClose: () => void;
}

/**
 * A table over the whole window: the head and the names of the rows stay in sight while the figures are scrolled, and
 * so does the button that closes it.
 */
export function TableDialog({ table, name, onClose }: TableDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLElement>(null);
  const grid = useMemo(() => readGrid(table), [table]);
  const numbers = useMemo(() => listNumericColumns(grid), [grid]);
  const [isChart, setChart] = useState(false);

  // Its cleanup runs while the dialog is still in the document; one that is taken out open gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const settleBack = closeOnBack(() => element?.close());
    return () => {
      element?.close();
      settleBack();
    };
  }, []);
  useLayoutEffect(() => box.current?.replaceChildren(copyTable(table)), [table]);
  const zoom = useTableZoom(box);
  const sorting = useSorting(box, grid);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for links, which the keyboard presses too
    <dialog
      ref={dialog}
      aria-label={readingWords.tables.dialog}
      className="table-dialog"
      onClose={onClose}
      onClick={(event) => followLink(event, table, () => dialog.current?.close())}
    >
      <div className="table-head">
        <h2 id="table-name">{name}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
        >
          <X size={20} strokeWidth={1.6} aria-hidden="true" />
        </button>
      </div>
      <TableTools
        grid={grid}
        zoom={zoom}
        said={sorting.words}
        isChart={isChart}
        onTurnChart={numbers.length > 0 ? () => setChart(!isChart) : undefined}
      />
      {isChart && <TableChart grid={grid} columns={numbers} order={sorting.order} />}
      {/* Scrolls by itself, so it must be within reach of the keyboard. */}
      <section
        ref={box}
        aria-labelledby="table-name"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        hidden={isChart}
        className="article-body table-view"
      />
    </dialog>
  );
}

/** A link that leads to a place of the site is the article's: it is pressed there, once the table is closed. */
function followLink(event: MouseEvent, table: HTMLTableElement, close: () => void): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return;
  event.preventDefault();
  const original = [...table.querySelectorAll('a')].find((each) => each.href === link.href);
  close();
  original?.click();
}
