import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives the paths of all files below a folder, `/` between names, sorted by code unit; none where there is no such
 * folder. `isWanted` leaves out files, and folders with all they hold, by their paths.
 */
export function listFiles(folder: string, isWanted = (_path: string) => true): string[] {
  const paths: string[] = [];
  const visit = (below: string) => {
    for (const entry of readEntries(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (!isWanted(path)) continue;
      if (entry.isDirectory()) visit(path);
      else paths.push(path);
    }
  };
  visit('');
  return paths.sort();
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
