import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a folder out of the way, to be removed with the scratch folder at the end. To remove it at once would slow down
 * what is measured next: ext4 gives the numbers of removed files to no others for some minutes, and looks at each of
 * them again whenever a file is made (`recently_deleted` in fs/ext4/ialloc.c); 5,000 articles took 4 s more of the
 * system's time.
 */
export function setAside(folder: string, scratch: string): void {
  if (!existsSync(folder)) return;
  try {
    renameSync(folder, join(mkdtempSync(join(scratch, 'aside-')), 'folder'));
  } catch {
    // On another file system; that one's numbers are not those of the scratch folder.
    rmSync(folder, { recursive: true, force: true });
  }
}
