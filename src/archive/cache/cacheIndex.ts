import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileResult } from '../processFile.ts';
import { namePartial, removeLeftOvers } from './leftOvers.ts';

/** Lines that are written at once: one text of all would have no room in a string beyond some 400,000 articles. */
const CHUNK = 1000;

/*
 * The index is a text: one JSON line for each result, and a last line with the checksum of the key and all lines
 * before it.
 */

/** Reads an index. Returns results by path; none where it is missing, half, damaged, or written under another key. */
export function readCacheIndex(file: string, key: string): Map<string, FileResult> {
  const results = new Map<string, FileResult>();
  try {
    const bytes = readFileSync(file);
    const end = bytes.lastIndexOf('\n') + 1;
    const checksum = createHash('sha1').update(key).update(bytes.subarray(0, end)).digest('hex');
    if (checksum !== bytes.toString('latin1', end)) return results;
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf('\n', from);
      const result = JSON.parse(bytes.toString('utf8', from, to)) as FileResult;
      results.set(result.path, result);
      from = to + 1;
    }
  } catch {
    return new Map();
  }
  return results;
}

/** Writes an index; it stands whole or not at all. */
export function writeCacheIndex(file: string, key: string, results: readonly FileResult[]): void {
  mkdirSync(dirname(file), { recursive: true });
  removeLeftOvers(dirname(file));
  const partial = namePartial(file);
  const descriptor = openSync(partial, 'w');
  const checksum = createHash('sha1').update(key);
  for (let from = 0; from < results.length; from += CHUNK) {
    const lines = results.slice(from, from + CHUNK).map((each) => `${JSON.stringify(each)}\n`);
    const text = lines.join('');
    checksum.update(text);
    writeSync(descriptor, text);
  }
  writeSync(descriptor, checksum.digest('hex'));
  closeSync(descriptor);
  renameSync(partial, file);
}
