import { type Backup, BLOCK_START, parseBackup } from './backupFile.ts';

/** So many bytes are looked through first, from the end, where an exported page has its data. */
const FIRST = 2 ** 20;

/**
 * Reads a backup out of a file; undefined where it is none. An exported page may be larger than the longest text that a
 * browser can make, so it is read in slices from its end. Throws where the file can't be read.
 */
export async function readBackup(file: Blob): Promise<Backup | undefined> {
  const start = await file.slice(0, 16).text();
  if (/^\uFEFF?\s*\{/.test(start)) return parseBackup(await file.text());
  for (let size = FIRST; ; size *= 4) {
    const text = await file.slice(Math.max(0, file.size - size)).text();
    const at = text.lastIndexOf(BLOCK_START);
    if (at >= 0) return parseBackup(text.slice(at));
    if (size >= file.size) return undefined;
  }
}
