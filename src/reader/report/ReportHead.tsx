import type { PresentReport } from '../../model/ReportPage.ts';
import { formatCount } from '../ui/formatCount.ts';
import { reportWords } from '../words/reportWords.ts';
import type { ReportFilter } from './listReportRows.ts';

interface ReportHeadProps {
  report: PresentReport;
  filter: ReportFilter;
  /** Files in the list. */
  count: number;
  onFilter: (filter: ReportFilter) => void;
}

/** What the build did in all, whether the report is still true, and which of its files are listed. */
export function ReportHead({ report, filter, count, onFilter }: ReportHeadProps) {
  const { found, published, rejected, changed, groups } = report;
  const { kind, query } = filter;
  const time = new Date(report.startedAt).toLocaleString('zh-CN');
  const find = (text: string) => onFilter({ kind, query: text });

  return (
    <header className="report-head">
      <h1>{reportWords.title}</h1>
      <p>{reportWords.sum(formatCount(found), formatCount(published), formatCount(rejected))}</p>
      <p>
        {reportWords.builtAt(time)} · <bdi>{report.contentDir}</bdi>
      </p>
      {changed > 0 && (
        <p role="status" className="report-stale">
          {reportWords.changed(formatCount(changed))}
        </p>
      )}
      <div className="report-filters">
        <select
          aria-label={reportWords.kinds}
          value={kind}
          onChange={(event) => onFilter({ kind: event.target.value, query })}
        >
          <option value="">{reportWords.allKinds}</option>
          {groups.map((group) => (
            <option key={group.kind} value={group.kind}>
              {reportWords.kindOption(group.name, formatCount(group.files.length))}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={reportWords.findPath}
          placeholder={reportWords.findPath}
          autoComplete="off"
          spellCheck={false}
          defaultValue={query}
          onChange={(event) => {
            // An input method may still be at it.
            const { isComposing } = event.nativeEvent as InputEvent;
            if (!isComposing) find(event.target.value);
          }}
          onCompositionEnd={(event) => find(event.currentTarget.value)}
        />
      </div>
      <p role="status">{reportWords.fileCount(formatCount(count))}</p>
    </header>
  );
}
