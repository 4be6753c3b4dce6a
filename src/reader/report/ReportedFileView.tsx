import { useQuery } from '@tanstack/react-query';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { isMissing } from '../../model/ArchiveError.ts';
import type { ReportedFile } from '../../model/ReportPage.ts';
import { explainError } from '../data/explainError.ts';
import { Failed } from '../ui/Failed.tsx';
import { reportWords } from '../words/reportWords.ts';
import { words } from '../words/words.ts';
import { reportedFileQuery } from './fetchReport.ts';
import { ResultText } from './ResultText.tsx';
import { SourceText } from './SourceText.tsx';

interface ReportedFileViewProps {
  path: string;
  /** Of the report that names the file. */
  startedAt: string;
  onClose: () => void;
}

/** One file of the report: what is said of it, its text, and the article that it became. */
export function ReportedFileView({ path, startedAt, onClose }: ReportedFileViewProps) {
  const query = useQuery(reportedFileQuery(path, startedAt));
  const { data, error } = query;

  return (
    <section
      className="report-file"
      aria-label={path}
      aria-busy={query.isPending || query.isPlaceholderData}
    >
      <header className="report-file-head">
        <button type="button" className="bar-button report-back" onClick={onClose}>
          <ArrowLeft size={18} strokeWidth={1.6} aria-hidden="true" />
          {reportWords.backToFiles}
        </button>
        <h2>{path}</h2>
        {data && <Problems file={data} />}
      </header>
      {data ? (
        <Sides key={path} file={data} />
      ) : error ? (
        <Failed
          what={reportWords.fileFailed}
          why={isMissing(error) ? reportWords.notNamed : explainError(error)}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <p className="report-loading">{words.loading}</p>
      )}
    </section>
  );
}

/** What the report says of the file, what harms most first. */
function Problems({ file }: { file: ReportedFile }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told */}
      <ul role="list" aria-label={reportWords.problems} className="report-problems">
        {file.problems.map(({ name, line, reason }, index) => (
          <li key={`${name} ${line} ${reason}`}>
            {/* Those of one kind follow each other. */}
            {name !== file.problems[index - 1]?.name && <strong>{name}</strong>}
            <p>
              {line && <span lang="zh-CN">{reportWords.line(line)}</span>}
              {reason}
            </p>
          </li>
        ))}
      </ul>
      {file.state === 'here' && file.isChanged && (
        <p className="report-stale">{reportWords.isChanged}</p>
      )}
    </>
  );
}

function Sides({ file }: { file: ReportedFile }) {
  if (file.state === 'gone') return <p className="report-empty">{reportWords.gone}</p>;
  const { source, dropped, elsewhere, isCut, article, problems } = file;
  const lines = problems.flatMap(({ line }) => line ?? []);
  return (
    <div className="report-sides">
      <div className="report-side">
        <h3>
          {reportWords.source}
          {dropped.length > 0 && <span>{reportWords.droppedHere}</span>}
        </h3>
        {source === '' ? (
          <p className="report-empty">{reportWords.notText}</p>
        ) : (
          <SourceText source={source} dropped={dropped} lines={lines} />
        )}
        {isCut && <p className="report-note">{reportWords.isCut}</p>}
        {elsewhere.length > 0 && (
          <p className="report-note">
            {reportWords.elsewhereDropped}
            {elsewhere.map(({ rule, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <del key={index} data-rule={rule}>
                {text}
              </del>
            ))}
          </p>
        )}
      </div>
      <div className="report-side">
        <h3>{reportWords.result}</h3>
        {article ? (
          <ResultText article={article} />
        ) : (
          <p className="report-empty">{reportWords.notPublished}</p>
        )}
      </div>
    </div>
  );
}
