import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { listNewestFirst } from './listNewestFirst.ts';

const CHECKSUM_LENGTH = 20;
/** Builds with other titles and base paths in between don't push one another out. */
const MAX_KEPT = 4;

/**
 * The app's files (page, scripts, styles) as an earlier build left them, so that a build after a change in the content
 * needs no bundler. One file holds them, under the key that `hashApp` gives, behind a checksum.
 */
export class KeptApp {
  /** By path below the output folder; undefined where there are none for this key, or they are damaged. */
  readonly files: ReadonlyMap<string, Uint8Array> | undefined;
  private readonly folder: string;
  private readonly key: string;

  constructor(folder: string, key: string) {
    this.folder = folder;
    this.key = key;
    this.files = this.read();
  }

  /** Writes the app's files into an output. */
  writeInto(outDir: string): void {
    for (const [path, bytes] of this.files ?? []) {
      mkdirSync(dirname(join(outDir, path)), { recursive: true });
      writeFileSync(join(outDir, path), bytes);
    }
  }

  /** Keeps files of a finished output for later builds. */
  keep(outDir: string, paths: readonly string[]): void {
    const data = serialize(new Map(paths.map((path) => [path, readFileSync(join(outDir, path))])));
    mkdirSync(this.folder, { recursive: true });
    const partial = join(this.folder, `${this.key}.${process.pid}`);
    writeFileSync(partial, Buffer.concat([buildChecksum(data), data]));
    renameSync(partial, join(this.folder, this.key));
    for (const name of listNewestFirst(this.folder).slice(MAX_KEPT))
      rmSync(join(this.folder, name), { force: true });
  }

  private read(): Map<string, Uint8Array> | undefined {
    try {
      const bytes = readFileSync(join(this.folder, this.key));
      const data = bytes.subarray(CHECKSUM_LENGTH);
      const isWhole = buildChecksum(data).equals(bytes.subarray(0, CHECKSUM_LENGTH));
      return isWhole ? (deserialize(data) as Map<string, Uint8Array>) : undefined;
    } catch {
      return undefined;
    }
  }
}

function buildChecksum(data: Uint8Array): Buffer {
  return createHash('sha1').update(data).digest();
}
