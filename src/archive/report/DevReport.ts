import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportAnswer, ReportedFile, ReportGroup } from '../../model/ReportPage.ts';
import type { ParsedArticle } from '../article/parseArticle.ts';
import { decodeText } from '../content/decodeText.ts';
import type { Problem } from '../content/Problem.ts';
import { readContent } from '../content/readContent.ts';
import { DROP_RULES } from '../html/Dropped.ts';
import type { KeptReport } from '../Report.ts';
import { findPassages } from './findPassages.ts';
import { groupProblems } from './groupProblems.ts';
import { KIND_NAMES } from './kindNames.ts';
import { readOwnFile } from './readOwnFile.ts';

/** UTF-16 units of a file that the page shows. */
const MOST_SHOWN = 200_000;

export interface DevReportOptions {
  /** The report that the last build has left. */
  reportFile: string;
  /** The folder that is read now. */
  contentDir: string;
  /** Returns the paths of its articles. */
  listPaths: () => string[];
  /** Makes an article of a content file. */
  parse: (path: string, bytes: Uint8Array) => ParsedArticle;
}

/** The report of the last build, while one works on the content: what its page asks for. */
export class DevReport {
  private readonly options: DevReportOptions;
  private known: { time: number; report: KeptReport } | undefined;

  constructor(options: DevReportOptions) {
    this.options = options;
  }

  /** Gives the report with its files by kind, or says why there is none. */
  answerList(): ReportAnswer {
    const report = this.read();
    if (!report) return { state: 'none' };
    const { contentDir } = this.options;
    if (report.contentDir !== contentDir)
      return { state: 'elsewhere', reported: report.contentDir, contentDir };
    const { found, published, rejected, startedAt } = report;
    const groups = groupProblems(report.problems).map(({ kind, files }): ReportGroup => {
      const name = KIND_NAMES[kind].zh;
      return { kind, name, files: files.map(({ path, problems }) => summarize(path, problems)) };
    });
    const changed = this.countChanged(Date.parse(startedAt));
    return { state: 'here', contentDir, found, published, rejected, startedAt, changed, groups };
  }

  /** Gives a file with what became of it; undefined where the report doesn't name it. */
  answerFile(path: string): ReportedFile | undefined {
    const report = this.read();
    if (report?.contentDir !== this.options.contentDir) return undefined;
    const own = report.problems.filter((problem) => problem.path === path);
    if (own.length === 0) return undefined;
    const problems = groupProblems(own)
      .flatMap(({ files }) => files.flatMap((file) => file.problems))
      .map(({ kind, line, reason }) => ({
        name: KIND_NAMES[kind].zh,
        ...(line ? { line } : {}),
        reason: reason.zh,
      }));
    const file = readOwnFile(this.options.contentDir, path);
    if (!file) return { state: 'gone', problems };

    const parsed = this.options.parse(path, file.bytes);
    const text = decodeText(file.bytes).text ?? '';
    const source = text.slice(0, MOST_SHOWN);
    const { found, missing } = findPassages(source, parsed.dropped ?? [], findBody(path, text));
    return {
      state: 'here',
      problems,
      source,
      isCut: text.length > MOST_SHOWN,
      isChanged: file.changedAt > Date.parse(report.startedAt),
      dropped: found.map(({ piece, start, end }) => ({
        rule: DROP_RULES[piece.rule].zh,
        start,
        end,
      })),
      elsewhere: missing.map((piece) => ({ rule: DROP_RULES[piece.rule].zh, text: piece.text })),
      ...(parsed.value ? { article: parsed.value } : {}),
    };
  }

  /** Reads the report where it is another one than before. */
  private read(): KeptReport | undefined {
    const { reportFile } = this.options;
    try {
      const time = statSync(reportFile).mtimeMs;
      if (this.known?.time !== time)
        this.known = { time, report: JSON.parse(readFileSync(reportFile, 'utf8')) };
      const { report } = this.known;
      // Earlier versions left one without the folder, or with reasons in English only.
      const isOurs =
        typeof report.contentDir === 'string' && typeof report.problems[0]?.reason !== 'string';
      return isOurs ? report : undefined;
    } catch {
      return undefined;
    }
  }

  private countChanged(startedAt: number): number {
    const { contentDir, listPaths } = this.options;
    return listPaths().filter((path) => {
      const stats = statSync(join(contentDir, path), { throwIfNoEntry: false });
      return stats !== undefined && stats.ctimeMs > startedAt;
    }).length;
  }
}

function summarize(path: string, problems: readonly Problem[]) {
  const [first] = problems;
  return {
    path,
    ...(first?.line ? { line: first.line } : {}),
    reason: first?.reason.zh ?? '',
    ...(problems.length > 1 ? { more: problems.length - 1 } : {}),
  };
}

/** Gives the offset of the body in a file's text, so that the title is not found in the front matter. */
function findBody(path: string, text: string): number {
  const { body } = readContent(path, text).value;
  return text.endsWith(body) ? text.length - body.length : 0;
}
