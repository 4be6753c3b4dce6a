import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { explainError } from '../data/explainError.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { reportWords } from '../words/reportWords.ts';
import { words } from '../words/words.ts';
import { reportQuery } from './fetchReport.ts';
import { ReportPanes } from './ReportPanes.tsx';

/** The report of the last build, for the owner: its files by kind, and each beside what became of it. */
export function ReportPage() {
  const report = useQuery(reportQuery);
  useDocumentTitle(reportWords.title);
  const { data, isError } = report;

  if (data?.state === 'here') return <ReportPanes report={data} />;
  if (data?.state === 'none')
    return <Notice title={reportWords.none}>{reportWords.noneHint}</Notice>;
  if (data?.state === 'elsewhere') {
    return (
      <Notice title={reportWords.elsewhere}>
        {reportWords.elsewhereText(data.reported, data.contentDir)}
        {reportWords.elsewhereHint}
      </Notice>
    );
  }
  if (!isError) return <p className="report-loading">{words.loading}</p>;
  return (
    <main className="report-notice">
      <h1>{reportWords.title}</h1>
      <Failed
        what={reportWords.reportFailed}
        why={explainError(report.error)}
        onRetry={() => void report.refetch()}
        isRetrying={report.isFetching}
      />
    </main>
  );
}

/** Says why there is no report to show, and what to do. */
function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="report-notice">
      <h1>{title}</h1>
      <p>{children}</p>
    </main>
  );
}
