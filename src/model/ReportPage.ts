import type { Article } from './Article.ts';

/** A file of the report, with its problems of one kind. */
export interface ReportFile {
  /** Below the content folder. */
  path: string;
  /** From 1; absent where the trouble is the whole file's. */
  line?: number;
  /** In Chinese, of the first problem. */
  reason: string;
  /** How many more problems of the kind the file has; absent where there is none. */
  more?: number;
}

/** All files of the report that have a problem of one kind. */
export interface ReportGroup {
  kind: string;
  /** The kind in Chinese, to stand after a number of files. */
  name: string;
  files: ReportFile[];
}

/** What the page of the report shows at first; development only. */
export type ReportAnswer =
  /** There is none, or it can't be read. */
  | { state: 'none' }
  /** It is about another folder than the one that is read now. */
  | { state: 'elsewhere'; reported: string; contentDir: string }
  | {
      state: 'here';
      contentDir: string;
      found: number;
      published: number;
      rejected: number;
      /** When the build began, UTC. */
      startedAt: string;
      /** Content files that were added or changed since then. */
      changed: number;
      /** What harms most first; none is empty. */
      groups: ReportGroup[];
    };

/** A report that there is. */
export type PresentReport = Extract<ReportAnswer, { state: 'here' }>;

/** One problem of a file. */
export interface ReportedProblem {
  /** The kind in Chinese. */
  name: string;
  line?: number;
  /** In Chinese. */
  reason: string;
}

/** A passage of a file that a rule has left out. */
export interface DroppedPassage {
  /** What the rule believes of it, in Chinese. */
  rule: string;
  /** Offsets in `source`, in UTF-16 units. */
  start: number;
  end: number;
}

/** What the page shows of one file: what it was and what became of it. */
export type ReportedFile =
  /** It isn't there, or is nothing that may be read. */
  | { state: 'gone'; problems: ReportedProblem[] }
  | {
      state: 'here';
      problems: ReportedProblem[];
      /** The file's text; empty where its bytes are no text. */
      source: string;
      /** Only the beginning of the text is in `source`. */
      isCut: boolean;
      /** It was changed since the build that the report is of. */
      isChanged: boolean;
      /** In the order of the text, none over another. */
      dropped: DroppedPassage[];
      /** What was left out, too, and could not be found in `source`. */
      elsewhere: { rule: string; text: string }[];
      /** Absent where the file is not published. */
      article?: Article;
    };

/** Address of the page below the site's base; in development only. */
export const REPORT_PAGE = 'report';
/** Addresses of what it asks for. */
export const REPORT_LIST = 'report/list.json';
export const REPORT_FILE_PREFIX = 'report/file.json?path=';
