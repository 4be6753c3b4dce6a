import { useCallback, useMemo } from 'react';
import type { PresentReport } from '../../model/ReportPage.ts';
import { useLayout } from '../ui/useLayout.ts';
import { reportWords } from '../words/reportWords.ts';
import { countFiles, findNextFile, listReportRows } from './listReportRows.ts';
import { ReportedFileView } from './ReportedFileView.tsx';
import { ReportHead } from './ReportHead.tsx';
import { ReportList } from './ReportList.tsx';
import { useReportKeys } from './useReportKeys.ts';
import { useReportPlace } from './useReportPlace.ts';

/** The list of the report's files, and the one that is open; on a phone one of the two. */
export function ReportPanes({ report }: { report: PresentReport }) {
  const { groups, startedAt } = report;
  const { place, go } = useReportPlace();
  const { kind, query, open } = place;
  const isPhone = useLayout() === 'one';

  const rows = useMemo(() => listReportRows(groups, { kind, query }), [groups, kind, query]);
  const count = useMemo(() => countFiles(rows), [rows]);
  const position = rows.findIndex(
    (row) => row.type === 'file' && row.kind === open?.kind && row.file.path === open.path,
  );

  const show = useCallback(
    (at: number, isNewEntry: boolean) => {
      const row = rows[at];
      if (row?.type !== 'file') return;
      go({ kind, query, open: { kind: row.kind, path: row.file.path } }, isNewEntry);
    },
    [rows, kind, query, go],
  );
  useReportKeys(
    useCallback(
      (step) => {
        const next = findNextFile(rows, position, step);
        if (next !== undefined) show(next, false);
      },
      [rows, position, show],
    ),
  );

  return (
    <main className="report">
      <nav className="report-list" aria-label={reportWords.files} inert={isPhone && !!open}>
        <ReportHead
          report={report}
          filter={place}
          count={count}
          onFilter={(filter) => go({ ...filter, ...(open && { open }) }, false)}
        />
        {rows.length > 0 ? (
          <ReportList
            key={`${kind} ${query} ${startedAt}`}
            name={`report ${kind} ${query} ${startedAt}`}
            rows={rows}
            position={position}
            onOpen={(at) => show(at, true)}
          />
        ) : (
          <p className="report-empty">
            {groups.length === 0 ? reportWords.noProblem : reportWords.nothingFound}
          </p>
        )}
        <p className="report-keys">{reportWords.keys}</p>
      </nav>
      {open ? (
        <ReportedFileView
          path={open.path}
          startedAt={startedAt}
          onClose={() => go({ kind, query }, false)}
        />
      ) : (
        <div className="report-file report-choose">
          <p>{reportWords.chooseFile}</p>
        </div>
      )}
    </main>
  );
}
