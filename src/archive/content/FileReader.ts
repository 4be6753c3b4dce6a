import { closeSync, openSync, readSync } from 'node:fs';
import { type FileMark, markOpenFile } from '../cache/fileMarks.ts';

/** Bytes that most content files fit in; a larger file gets memory of its own. */
const SIZE = 1 << 17;

/**
 * Reads whole files, one after the other, into the same memory: to get new one for each takes longer than to read it.
 */
export class FileReader {
  private readonly memory = Buffer.allocUnsafeSlow(SIZE);

  /**
   * Gives a file's bytes, which hold until the next call, and its mark from before they were read: what is written to
   * it meanwhile gives it another one. Throws where it can't be read.
   */
  read(file: string): { bytes: Uint8Array; mark: FileMark } {
    const descriptor = openSync(file, 'r');
    try {
      const mark = markOpenFile(descriptor);
      let bytes = this.memory;
      let length = 0;
      for (;;) {
        const count = readSync(descriptor, bytes, length, bytes.length - length, null);
        length += count;
        // A file system may give less at a time than it was asked for.
        if (count === 0 || length === mark.size) return { bytes: bytes.subarray(0, length), mark };
        if (length < bytes.length) continue;
        const larger = Buffer.allocUnsafeSlow(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
    } finally {
      closeSync(descriptor);
    }
  }
}
