import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileResult } from './FileProcessor.ts';
import { formatResult, parseResult } from './resultText.ts';

/** UTF-16, as strings are in memory: text of 20,000 rows is read in a tenth of the time that UTF-8 takes. */
const ENCODING = 'utf16le';
const CHECKSUM = 'sha1';
const CHECKSUM_LENGTH = 20;
/** Characters that are written at once. */
const CHUNK = 1 << 20;

/**
 * Reads an index: results by path, or undefined where it is missing, half, damaged, or was written under another key.
 * A checksum over key and lines stands in front of one line for each file: head, tab, row.
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
      const end = text.indexOf('\n', tab);
      const result = parseResult({ head: text.slice(from, tab), row: text.slice(tab + 1, end) });
      results.set(result.path, result);
      from = end + 1;
    }
    return results;
  } catch {
    return undefined;
  }
}

/** Writes an index while results come in; it stands whole or not at all. Where a path comes twice, the last result counts. */
export class CacheIndexWriter {
  private readonly file: string;
  /** Of this process alone: another one may build from the same content at the same time. */
  private readonly partial: string;
  private readonly descriptor: number;
  private readonly checksum: Hash;
  private position = CHECKSUM_LENGTH;
  private text = '';

  constructor(file: string, key: string) {
    mkdirSync(dirname(file), { recursive: true });
    removeLeftOver(file);
    this.file = file;
    this.partial = `${file}.${process.pid}.partial`;
    this.descriptor = openSync(this.partial, 'w');
    this.checksum = createHash(CHECKSUM).update(key);
  }

  add(result: FileResult): void {
    const { head, row } = formatResult(result);
    this.text += `${head}\t${row}\n`;
    if (this.text.length > CHUNK) this.flush();
  }

  finish(): void {
    this.flush();
    writeSync(this.descriptor, this.checksum.digest(), 0, CHECKSUM_LENGTH, 0);
    closeSync(this.descriptor);
    renameSync(this.partial, this.file);
  }

  private flush(): void {
    const bytes = Buffer.from(this.text, ENCODING);
    this.checksum.update(bytes);
    this.position += writeSync(this.descriptor, bytes, 0, bytes.length, this.position);
    this.text = '';
  }
}

/** Removes what builds that were killed have left of their indexes. */
function removeLeftOver(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    const pid = /\.(\d+)\.partial$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
