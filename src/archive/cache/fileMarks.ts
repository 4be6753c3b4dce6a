import { copyFileSync, fstatSync, linkSync, rmSync, statSync } from 'node:fs';

/** Size and time of a file, by which it is known without being read. */
export interface FileMark {
  size: number;
  /** Milliseconds. */
  time: number;
}

/** Gives a file's mark, or undefined where there is no file. */
export function markFile(file: string): FileMark | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { size: stats.size, time: stats.mtimeMs };
}

/** Gives the mark of a file by its descriptor. */
export function markOpenFile(descriptor: number): FileMark {
  const stats = fstatSync(descriptor);
  return { size: stats.size, time: stats.mtimeMs };
}

/** Tells whether a file is there and as its mark says. */
export function isMarked(file: string, mark: FileMark): boolean {
  const actual = markFile(file);
  return actual !== undefined && isSameMark(actual, mark);
}

/** Tells whether two marks are of one state of a file. */
export function isSameMark(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.time === b.time;
}

/**
 * Gives a file a second name, whose folder stands; what had that name is replaced.
 * A hard link costs no space and no copying. Between file systems it can't be had, and a copy is made.
 */
export function shareFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') copyFileSync(from, to);
    else {
      rmSync(to);
      shareFile(from, to);
    }
  }
}
