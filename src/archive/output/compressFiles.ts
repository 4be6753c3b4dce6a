import { existsSync, linkSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ARCHIVE_FOLDER } from '../../model/archivePaths.ts';
import { listFiles } from './listFiles.ts';

/** What was written beside the files of a site. */
export interface CompressedFiles {
  /** Files that have a `.gz` and `.br` now, and how many of these were compressed anew. */
  count: number;
  fresh: number;
}

const TEXT = /\.(?:html|js|css|json|svg|webmanifest|xml|txt|bin)$/;
/** What is smaller fits into one packet anyway. */
const SMALLEST = 1024;
/** As many as zlib has threads in Node. */
const AT_ONCE = 4;

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/**
 * Writes `.gz` and `.br` beside each text file of a site that becomes smaller by it, for hosts that send such files.
 * Takes over those of `standingFolder`, the site that stands, where their file is the same.
 */
export async function compressFiles(
  folder: string,
  standingFolder?: string,
): Promise<CompressedFiles> {
  const paths = listFiles(folder).filter((path) => TEXT.test(path));
  const result = { count: 0, fresh: 0 };
  const next = paths[Symbol.iterator]();
  const work = async () => {
    for (const path of next) {
      if (statSync(join(folder, path)).size < SMALLEST) continue;
      const isTaken = standingFolder !== undefined && takeOver(path, folder, standingFolder);
      const isWritten = isTaken || (await compressFile(join(folder, path), isOfArchive(path)));
      if (isWritten) result.count++;
      if (isWritten && !isTaken) result.fresh++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return result;
}

const isOfArchive = (path: string) => path.startsWith(`${ARCHIVE_FOLDER}/`);

/** Returns whether the site that stands has the same file with both; the new site has them, too, then. */
function takeOver(path: string, folder: string, standingFolder: string): boolean {
  const standing = join(standingFolder, path);
  const file = join(folder, path);
  const isWhole = [standing, `${standing}.gz`, `${standing}.br`].every((each) => existsSync(each));
  if (!isWhole || !isSame(file, standing)) return false;
  for (const ending of ['.gz', '.br']) {
    try {
      linkSync(standing + ending, file + ending);
    } catch {
      // A disk without hard links, or another one.
      writeFileSync(file + ending, readFileSync(standing + ending));
    }
  }
  return true;
}

function isSame(file: string, other: string): boolean {
  const [a, b] = [statSync(file), statSync(other)];
  if (a.ino === b.ino && a.dev === b.dev && a.ino !== 0) return true;
  return a.size === b.size && readFileSync(file).equals(readFileSync(other));
}

/** Returns whether the compressed files are smaller, and so were written. */
async function compressFile(file: string, isQuick: boolean): Promise<boolean> {
  const bytes = await readFile(file);
  const params = {
    // The last two steps make articles 7 % smaller and take thirteen times as long; of the app there are few files.
    [constants.BROTLI_PARAM_QUALITY]: isQuick ? 9 : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const [gz, br] = await Promise.all([
    compressGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
    compressBrotli(bytes, { params }),
  ]);
  if (gz.length >= bytes.length || br.length >= bytes.length) return false;
  // This byte names the system that has compressed it (RFC 1952): unknown, so that all give the same bytes.
  gz[9] = 255;
  await Promise.all([writeFile(`${file}.gz`, gz), writeFile(`${file}.br`, br)]);
  return true;
}
