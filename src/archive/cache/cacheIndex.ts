import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FileResult } from '../FileProcessor.ts';
import type { FileMark } from './fileMarks.ts';
import { namePartial, removeLeftOvers } from './leftOvers.ts';
import { formatResult, parseResult } from './resultText.ts';

/** UTF-16, as strings are in memory: text of 20,000 rows is read in a tenth of the time that UTF-8 takes. */
const ENCODING = 'utf16le';
const CHECKSUM = 'sha1';
const CHECKSUM_LENGTH = 20;
/** Bytes that are written at once, but for a line that is longer. */
const CHUNK = 1 << 18;

/**
 * Reads an index: results by path, or undefined where it is missing, half, damaged, or was written under another key.
 * A checksum over key and lines stands in front of one line for each file: head, row, and size and time of the
 * article's file.
 */
export function readCacheIndex(file: string, key: string): Map<string, FileResult> | undefined {
  try {
    const bytes = readFileSync(file);
    const lines = bytes.subarray(CHECKSUM_LENGTH);
    const checksum = createHash(CHECKSUM).update(key).update(lines).digest();
    if (!checksum.equals(bytes.subarray(0, CHECKSUM_LENGTH))) return undefined;
    const text = lines.toString(ENCODING);
    const results = new Map<string, FileResult>();
    for (let from = 0; from < text.length; ) {
      const tab = text.indexOf('\t', from);
      const second = text.indexOf('\t', tab + 1);
      const end = text.indexOf('\n', second);
      const result = parseResult({ head: text.slice(from, tab), row: text.slice(tab + 1, second) });
      const article = parseMark(text.slice(second + 1, end));
      if (article) result.article = article;
      results.set(result.path, result);
      from = end + 1;
    }
    return results;
  } catch {
    return undefined;
  }
}

function formatMark({ size, time }: FileMark): string {
  return `${size} ${time}`;
}

function parseMark(text: string): FileMark | undefined {
  if (text === '') return undefined;
  const [size, time] = text.split(' ').map(Number);
  return { size: size ?? 0, time: time ?? 0 };
}

/**
 * Writes an index while results come in; it stands whole or not at all. Where a path comes twice, the last result
 * counts.
 */
export class CacheIndexWriter {
  private readonly file: string;
  private readonly partial: string;
  private readonly descriptor: number;
  private readonly checksum: Hash;
  private position = CHECKSUM_LENGTH;
  private readonly memory = Buffer.allocUnsafe(CHUNK);
  private length = 0;

  constructor(file: string, key: string) {
    mkdirSync(dirname(file), { recursive: true });
    removeLeftOvers(dirname(file));
    this.file = file;
    this.partial = namePartial(file);
    this.descriptor = openSync(this.partial, 'w');
    this.checksum = createHash(CHECKSUM).update(key);
  }

  /** `text`: the result as text, where it came as such. */
  add(result: FileResult, { head, row } = formatResult(result)): void {
    const { article } = result;
    const line = `${head}\t${row}\t${article ? formatMark(article) : ''}\n`;
    const size = line.length * 2;
    if (this.length + size > CHUNK) this.flush();
    if (size > CHUNK) this.write(Buffer.from(line, ENCODING));
    else this.length += this.memory.write(line, this.length, ENCODING);
  }

  finish(): void {
    this.flush();
    writeSync(this.descriptor, this.checksum.digest(), 0, CHECKSUM_LENGTH, 0);
    closeSync(this.descriptor);
    renameSync(this.partial, this.file);
  }

  private flush(): void {
    this.write(this.memory.subarray(0, this.length));
    this.length = 0;
  }

  private write(bytes: Uint8Array): void {
    this.checksum.update(bytes);
    this.position += writeSync(this.descriptor, bytes, 0, bytes.length, this.position);
  }
}
