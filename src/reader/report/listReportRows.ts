import type { ReportFile, ReportGroup } from '../../model/ReportPage.ts';

/** A line of the list: the head of a kind, or a file that has a problem of it. */
export type ReportRow =
  | { type: 'head'; group: ReportGroup; count: number }
  | { type: 'file'; kind: string; file: ReportFile };

/** What the list shows: of one kind (all where it is empty), with all these words in their paths. */
export interface ReportFilter {
  kind: string;
  query: string;
}

/** Lists the rows of a report that a filter lets through; a kind without a file has no head. */
export function listReportRows(
  groups: readonly ReportGroup[],
  { kind, query }: ReportFilter,
): ReportRow[] {
  const words = normalize(query).split(/\s+/);
  const isWanted = ({ path }: ReportFile) => {
    const text = normalize(path);
    return words.every((word) => text.includes(word));
  };
  return groups.flatMap((group): ReportRow[] => {
    if (kind !== '' && group.kind !== kind) return [];
    const files = query === '' ? group.files : group.files.filter(isWanted);
    if (files.length === 0) return [];
    return [
      { type: 'head', group, count: files.length },
      ...files.map((file): ReportRow => ({ type: 'file', kind: group.kind, file })),
    ];
  });
}

/**
 * Gives the position of the next file below (`step` 1) or above (-1) a row; the first file where no row is chosen yet,
 * undefined where there is none.
 */
export function findNextFile(
  rows: readonly ReportRow[],
  position: number,
  step: 1 | -1,
): number | undefined {
  for (let at = position + step; at >= 0 && at < rows.length; at += step)
    if (rows[at]?.type === 'file') return at;
  return position < 0 && step < 0 ? findNextFile(rows, -1, 1) : undefined;
}

/** Counts the files of a list; one that stands under several kinds is one. */
export function countFiles(rows: readonly ReportRow[]): number {
  return new Set(rows.flatMap((row) => (row.type === 'file' ? [row.file.path] : []))).size;
}

/** How a path is written in letters doesn't matter: folders copied from a Mac have them in pieces. */
function normalize(text: string): string {
  return text.normalize('NFC').toLowerCase().trim();
}
