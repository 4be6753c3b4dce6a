import { PROBLEM_KINDS, type Problem, type ProblemKind } from '../content/Problem.ts';

/** A file with its problems of one kind, in the order of the file. */
export interface ProblemFile {
  path: string;
  problems: [Problem, ...Problem[]];
}

/** All files that have a problem of one kind. */
export interface ProblemGroup {
  kind: ProblemKind;
  files: ProblemFile[];
}

/**
 * Groups problems by kind, what harms most first; no group is empty. Files keep the order in which they came, but
 * those that have lost more of their text come first.
 */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const kinds = new Map<ProblemKind, Map<string, ProblemFile>>();
  for (const problem of problems) {
    const files = kinds.get(problem.kind) ?? new Map<string, ProblemFile>();
    kinds.set(problem.kind, files);
    const file = files.get(problem.path);
    if (file) file.problems.push(problem);
    else files.set(problem.path, { path: problem.path, problems: [problem] });
  }
  const readShare = ({ problems: [first] }: ProblemFile) => first.share ?? 0;
  return PROBLEM_KINDS.flatMap((kind) => {
    const files = [...(kinds.get(kind)?.values() ?? [])];
    if (files.length === 0) return [];
    return [{ kind, files: files.sort((a, b) => readShare(b) - readShare(a)) }];
  });
}
