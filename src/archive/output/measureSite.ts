import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles.ts';

/** Size of a site on disk. */
export interface SiteSize {
  files: number;
  bytes: number;
  /** Bytes of the largest file. */
  largest: number;
}

/** Measures a finished site. */
export function measureSite(folder: string): SiteSize {
  const sizes = listFiles(folder).map((path) => statSync(join(folder, path)).size);
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
  };
}
