import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Parsed, Problem } from './Problem.ts';

/**
 * Gives the paths of all Markdown files below a folder, relative to it, `/` between names, sorted by code unit.
 * Hidden names and links are left alone, so nothing outside of the folder is read. A folder that can't be read is a problem, not an end.
 */
export function findContentFiles(folder: string): Parsed<string[]> {
  const paths: string[] = [];
  const problems: Problem[] = [];
  const visit = (below: string) => {
    for (const entry of readFolder(join(folder, below), below, problems)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && /\.(?:md|markdown|html?)$/i.test(entry.name)) paths.push(path);
      else if (entry.isSymbolicLink() && /\.(?:md|markdown|html?)$/i.test(entry.name)) {
        problems.push({
          path,
          outcome: 'rejected',
          reason: 'is a link; only files inside of the content folder are read',
        });
      }
    }
  };
  visit('');
  return { value: paths.sort(), problems };
}

function readFolder(folder: string, path: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push({
      path: path === '' ? '.' : path,
      outcome: 'rejected',
      reason: `can't be read: ${(error as Error).message}`,
    });
    return [];
  }
}
