import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileResult } from './FileProcessor.ts';
import type { FileMark } from './fileMarks.ts';

/** What became of one content file. */
export interface CacheEntry {
  content: FileMark;
  /** Of the article's JSON file in the cache. */
  article?: FileMark;
  result: FileResult;
}

/** UTF-16, as strings are in memory: text of 20,000 rows is read in a tenth of the time that UTF-8 takes. */
const ENCODING = 'utf16le';
const CHECKSUM = 'sha1';
const CHECKSUM_LENGTH = 20;
/** Characters that are written at once. */
const CHUNK = 1 << 20;

/**
 * Reads an index: entries by path, or undefined where it is missing, half, damaged, or was written under another key.
 * A checksum over key and lines stands in front of one line for each file: its entry as JSON, a tab, its row in the lists.
 */
export function readCacheIndex(file: string, key: string): Map<string, CacheEntry> | undefined {
  let text: string;
  try {
    const bytes = readFileSync(file);
    const lines = bytes.subarray(CHECKSUM_LENGTH);
    const checksum = createHash(CHECKSUM).update(key).update(lines).digest();
    if (!checksum.equals(bytes.subarray(0, CHECKSUM_LENGTH))) return undefined;
    text = lines.toString(ENCODING);
  } catch {
    return undefined;
  }
  const entries = new Map<string, CacheEntry>();
  for (let from = 0; from < text.length; ) {
    const tab = text.indexOf('\t', from);
    const end = text.indexOf('\n', tab);
    const entry = JSON.parse(text.slice(from, tab)) as CacheEntry;
    // The row is only handed on; to parse it would take longer than all the rest.
    if (entry.result.row) entry.result.row.json = text.slice(tab + 1, end);
    entries.set(entry.result.path, entry);
    from = end + 1;
  }
  return entries;
}

/** Writes an index; it stands whole or not at all. */
export function writeCacheIndex(file: string, key: string, entries: Iterable<CacheEntry>): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  const descriptor = openSync(partial, 'w');
  const checksum = createHash(CHECKSUM).update(key);
  let position = CHECKSUM_LENGTH;
  let text = '';
  const flush = () => {
    const bytes = Buffer.from(text, ENCODING);
    checksum.update(bytes);
    position += writeSync(descriptor, bytes, 0, bytes.length, position);
    text = '';
  };
  for (const { result, ...entry } of entries) {
    const { row, ...rest } = result;
    const { json = '', ...place } = row ?? {};
    const head = { ...entry, result: row ? { ...rest, row: place } : rest };
    text += `${JSON.stringify(head)}\t${json}\n`;
    if (text.length > CHUNK) flush();
  }
  flush();
  writeSync(descriptor, checksum.digest(), 0, CHECKSUM_LENGTH, 0);
  closeSync(descriptor);
  renameSync(partial, file);
}
