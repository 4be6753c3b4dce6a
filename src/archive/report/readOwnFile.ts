import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** A file of the content folder. */
export interface OwnFile {
  bytes: Uint8Array;
  /** When it was changed or put here, in milliseconds since 1970. */
  changedAt: number;
}

/**
 * Reads a file below a folder. Returns undefined where it isn't there or can't be read, and for everything that is
 * not inside of the folder: absolute paths, `..`, links.
 */
export function readOwnFile(folder: string, path: string): OwnFile | undefined {
  try {
    const root = realpathSync(folder);
    const file = join(root, path);
    const inside = relative(root, file);
    const isOutside = inside.split(sep)[0] === '..' || isAbsolute(inside) || isAbsolute(path);
    if (inside === '' || isOutside) return undefined;
    // A link on the way leads to another file than the path names.
    if (realpathSync(file) !== file) return undefined;
    const stats = statSync(file);
    return stats.isFile() ? { bytes: readFileSync(file), changedAt: stats.ctimeMs } : undefined;
  } catch {
    return undefined;
  }
}
