import type { Problem } from './content/Problem.ts';

/** What a build did with the content files; also `archive/report.json`. `found` is always `published + rejected`. */
export interface Report {
  found: number;
  published: number;
  rejected: number;
  /** In order of path and line. */
  problems: Problem[];
  /** All hosts that articles show pictures from, sorted: the only ones that the site's policy lets readers ask. */
  pictureHosts: string[];
}

/** Repairs that are printed; all of them are in the file. */
const PRINTED_REPAIRS = 40;

/** Builds the report's text for a terminal: the sum, each rejected file, each repair up to a number. */
export function formatReport(report: Report): string {
  const rejected = report.problems.filter((problem) => problem.outcome === 'rejected');
  const repaired = report.problems.filter((problem) => problem.outcome === 'repaired');
  const lines = [
    `archive: ${report.found} found = ${report.published} published + ${report.rejected} rejected`,
  ];
  for (const problem of rejected) lines.push(`  rejected  ${formatProblem(problem)}`);
  for (const problem of repaired.slice(0, PRINTED_REPAIRS))
    lines.push(`  repaired  ${formatProblem(problem)}`);
  if (repaired.length > PRINTED_REPAIRS) {
    lines.push(
      `  … and ${repaired.length - PRINTED_REPAIRS} more repairs, all in archive/report.json`,
    );
  }
  return lines.join('\n');
}

/** `path:line:column reason`, as editors and terminals link it; control characters in names can't move the cursor. */
function formatProblem({ path, line = 1, column = 1, reason }: Problem): string {
  const text = `${path}:${line}:${column} ${reason}`;
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
