import ChartColumn from 'lucide-react/icons/chart-column';
import Copy from 'lucide-react/icons/copy';
import MoveHorizontal from 'lucide-react/icons/move-horizontal';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import { useState } from 'react';
import { readingWords } from '../words/readingWords.ts';
import type { Grid } from './readGrid.ts';
import type { TableZoom } from './useTableZoom.ts';
import { writeTableCsv } from './writeTableCsv.ts';

interface TableToolsProps {
  grid: Grid;
  zoom: TableZoom;
  /** What was done last by the table itself. */
  said: string;
  isChart: boolean;
  /** Undefined where there is nothing to draw. */
  onTurnChart: (() => void) | undefined;
}

/** What can be done with a table in full: larger, smaller, as wide as the window, copied, drawn. */
export function TableTools({ grid, zoom, said, isChart, onTurnChart }: TableToolsProps) {
  const [copied, setCopied] = useState<string>();

  function copy() {
    copyCsv(grid).then(
      () => setCopied(readingWords.tables.copied),
      () => setCopied(readingWords.tables.notCopied),
    );
  }

  return (
    <div role="toolbar" aria-label={readingWords.tables.tools} className="table-tools">
      {!isChart && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={readingWords.tables.zoomOut}
            onClick={zoom.zoomOut}
          >
            <ZoomOut size={18} strokeWidth={1.6} aria-hidden="true" />
          </button>
          <output className="table-zoom">
            {readingWords.tables.zoom(Math.round(zoom.zoom * 100))}
          </output>
          <button
            type="button"
            className="icon-button"
            aria-label={readingWords.tables.zoomIn}
            onClick={zoom.zoomIn}
          >
            <ZoomIn size={18} strokeWidth={1.6} aria-hidden="true" />
          </button>
          <button type="button" className="bar-button" onClick={zoom.turnFit}>
            <MoveHorizontal size={18} strokeWidth={1.6} aria-hidden="true" />
            {zoom.isFitting ? readingWords.tables.fullSize : readingWords.tables.fit}
          </button>
        </>
      )}
      <button
        type="button"
        className="bar-button"
        onClick={copy}
        onBlur={() => setCopied(undefined)}
      >
        <Copy size={18} strokeWidth={1.6} aria-hidden="true" />
        {copied ?? readingWords.tables.copyCsv}
      </button>
      {onTurnChart && (
        <button
          type="button"
          className={`bar-button ${isChart ? 'text-seal' : ''}`}
          aria-pressed={isChart}
          onClick={onTurnChart}
        >
          <ChartColumn size={18} strokeWidth={1.6} aria-hidden="true" />
          {readingWords.tables.chart}
        </button>
      )}
      {/* For those who don't see the arrow in the head, or the button's new words. */}
      <p role="status" className="sr-only">
        {copied ?? said}
      </p>
    </div>
  );
}

/** Throws where the browser has no clipboard, as without https, or doesn't allow it. */
async function copyCsv(grid: Grid): Promise<void> {
  await navigator.clipboard.writeText(writeTableCsv(grid));
}
