import type { SavedSummary } from '../copies/SavedRecord.ts';

/** Articles that can be taken along as a file. */
export interface ExportSource {
  /** Names the file. */
  title: string;
  count: number;
  /** Months to choose from, oldest first, with their counts; absent where there is no such choice. */
  months?: readonly (readonly [month: string, count: number])[];
  /** They are articles for their notes' sake, which can be had alone. */
  isOfNotes?: true;
  /** Reads what a list knows of the articles, of one month or of all. Throws ArchiveError. */
  read(month?: string): Promise<readonly SavedSummary[]>;
  /** Other forms of the same, which need no article's text. */
  tables?: readonly ExportTable[];
}

/** A form for other programs. */
export interface ExportTable {
  /** What the menu says: `CSV`. */
  name: string;
  /** Of the file's name. */
  ending: string;
  write(): Promise<string>;
}
