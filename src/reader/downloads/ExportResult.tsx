import type { MissingPiece } from '../books/makeBook.ts';
import { formatBytes } from '../ui/formatBytes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { bookWords } from '../words/bookWords.ts';
import { type ExportedFile, exportJob } from './exportJob.ts';
import { offerFile } from './startExport.ts';

/** So many lines say what is missing; more than that nobody reads. */
const LONGEST = 200;

/** What came out of an export, and what could not be had. */
export function ExportResult({ made }: { made: ExportedFile }) {
  const { articles, file, missing } = made;
  return (
    <>
      {articles !== undefined && (
        <p className="tabular-nums">
          {bookWords.facts(formatCount(articles), formatBytes(file.size))}
        </p>
      )}
      {missing.length > 0 && (
        <div className="export-missing">
          <p>{bookWords.missing(formatCount(missing.length))}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
          <ul tabIndex={0} aria-label={bookWords.missing(formatCount(missing.length))}>
            {missing.slice(0, LONGEST).map((piece) => (
              <li key={`${piece.id} ${piece.reason}`}>{describePiece(piece)}</li>
            ))}
            {missing.length > LONGEST && (
              <li>{bookWords.moreMissing(formatCount(missing.length - LONGEST))}</li>
            )}
          </ul>
        </div>
      )}
      <div className="page-actions">
        <button type="button" data-first className="button" onClick={() => offerFile(made)}>
          {bookWords.again}
        </button>
        <button type="button" className="button" onClick={exportJob.clear}>
          {bookWords.other}
        </button>
      </div>
    </>
  );
}

function describePiece({ title, pictures, reason }: MissingPiece): string {
  return pictures === undefined
    ? bookWords.missingArticle(title, reason)
    : bookWords.missingPictures(title, formatCount(pictures), reason);
}
