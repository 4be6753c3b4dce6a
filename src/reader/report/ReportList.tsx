import { useEffect } from 'react';
import { listPositions } from '../list/RowList.tsx';
import { useRowWindow } from '../list/useRowWindow.ts';
import { isPlainPress } from '../routing/RouteLink.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { reportWords } from '../words/reportWords.ts';
import type { ReportRow } from './listReportRows.ts';

interface ReportListProps {
  /** Lists with other rows have other names. */
  name: string;
  rows: readonly ReportRow[];
  /** The row of the open file; -1 where there is none. */
  position: number;
  onOpen: (position: number) => void;
}

/** The files of the report by kind. Only those in sight are in the document, however many there are. */
export function ReportList({ name, rows, position, onOpen }: ReportListProps) {
  const window = useRowWindow(name, rows.length, position < 0 ? undefined : position);
  const { box, list, scroller } = window;

  // The focus goes along where it is in the list; not before the row is in the document.
  useEffect(() => {
    if (!list.current?.contains(document.activeElement)) return;
    list.current.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  });

  return (
    <div ref={box} className="row-scroller">
      <ol
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
        role="list"
        aria-label={reportWords.files}
        className="report-rows"
      >
        {listPositions(window).map((at) => (
          <li
            key={at}
            ref={scroller.observe}
            data-position={at}
            aria-setsize={rows.length}
            aria-posinset={at + 1}
            className="row-item"
          >
            <Row row={rows[at]} isOpen={at === position} onOpen={() => onOpen(at)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  row: ReportRow | undefined;
  isOpen: boolean;
  onOpen: () => void;
}

function Row({ row, isOpen, onOpen }: RowProps) {
  if (!row) return null;
  if (row.type === 'head') {
    return (
      <h2 className="report-kind">
        {row.group.name}
        <span>{formatCount(row.count)}</span>
      </h2>
    );
  }
  const { path, line, reason, more } = row.file;
  const cut = path.lastIndexOf('/') + 1;
  const href = `?${new URLSearchParams({ of: row.kind, file: path })}`;
  return (
    <a
      href={href}
      className="report-row"
      aria-current={isOpen ? 'true' : undefined}
      onClick={(event) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <span className="report-name">{path.slice(cut)}</span>
      {cut > 0 && <span className="report-folder">{path.slice(0, cut)}</span>}
      <span className="report-reason">{reason}</span>
      {(line || more) && (
        <span className="report-facts">
          {[line && reportWords.line(line), more && reportWords.more(more)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </a>
  );
}
