import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildArticlePath } from '../model/archivePaths.ts';
import type { FileResult } from './FileProcessor.ts';

/** Size and time of a file, by which it is known without being read. */
export interface FileMark {
  size: number;
  time: number;
}

interface Entry {
  content: FileMark;
  /** Of the article's JSON file in the cache. */
  article?: FileMark;
  result: FileResult;
}

/** A file changed this shortly before the build may change again without a new time; in milliseconds. */
const RACE = 2000;

/**
 * Keeps what became of each content file, so that a build after one change reads names and times only.
 *
 * A folder: `index`, one JSON line per content file and a last line with a checksum of all, and the articles' JSON files,
 * which builds share by hard links. `key` names the pipeline's code: another pipeline, a damaged or half written index,
 * an article file that isn't as it was written, all mean that the file is read anew.
 */
export class BuildCache {
  private readonly entries = new Map<string, Entry>();
  private readonly kept = new Map<string, Entry>();
  private readonly made = new Set<string>();
  private readonly start = Date.now();
  private readonly folder: string;
  private readonly key: string;

  constructor(folder: string, key: string) {
    this.folder = folder;
    this.key = key;
    this.readIndex();
  }

  /** Gives what became of a file in an earlier build and links its article into the output, or undefined where the file has to be read. */
  take(
    path: string,
    content: FileMark,
    hash: () => string,
    outDir: string,
  ): FileResult | undefined {
    const entry = this.entries.get(path);
    if (!entry) return undefined;
    if (!isSame(entry.content, content) && entry.result.hash !== hash()) return undefined;
    const { summary, hasOwnPictures } = entry.result;
    // Pictures beside the article may have changed where it has not.
    if (hasOwnPictures) return undefined;
    if (summary) {
      const file = join(this.folder, buildArticlePath(summary.id));
      const stored = statSync(file, { throwIfNoEntry: false });
      if (!stored || !entry.article || !isSame(markFile(stored), entry.article)) return undefined;
      this.linkOrCopy(file, join(outDir, buildArticlePath(summary.id)));
    }
    this.kept.set(path, { ...entry, content });
    return entry.result;
  }

  /** Notes what became of a file. */
  put(path: string, content: FileMark, result: FileResult, outDir: string): void {
    if (result.hash === '' || content.time > this.start - RACE) return;
    const entry: Entry = { content, result };
    if (result.summary) {
      const file = join(this.folder, buildArticlePath(result.summary.id));
      this.linkOrCopy(join(outDir, buildArticlePath(result.summary.id)), file);
      entry.article = markFile(statSync(file));
    }
    this.kept.set(path, entry);
  }

  /** Forgets a file, whose result does not depend on its content alone. */
  drop(path: string): void {
    this.kept.delete(path);
  }

  /** Writes the index and removes the articles of files that are gone. */
  save(): void {
    const ids = new Set([...this.kept.values()].map((entry) => entry.result.summary?.id));
    for (const { result } of this.entries.values()) {
      if (result.summary && !ids.has(result.summary.id)) {
        rmSync(join(this.folder, buildArticlePath(result.summary.id)), { force: true });
      }
    }
    mkdirSync(this.folder, { recursive: true });
    const partial = join(this.folder, 'index.partial');
    const file = openSync(partial, 'w');
    const checksum = createHash('sha1').update(this.key);
    // Line by line: the whole index of a large archive is a text of many megabytes.
    for (const entry of this.kept) {
      const line = JSON.stringify(entry);
      checksum.update(line);
      writeSync(file, `${line}\n`);
    }
    writeSync(file, checksum.digest('base64'));
    closeSync(file);
    renameSync(partial, join(this.folder, 'index'));
  }

  /** A hard link costs no space and no copying; between file systems it can't be had. */
  private linkOrCopy(from: string, to: string): void {
    const folder = dirname(to);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    try {
      linkSync(from, to);
    } catch {
      rmSync(to, { force: true });
      copyFileSync(from, to);
    }
  }

  private readIndex(): void {
    try {
      const lines = readFileSync(join(this.folder, 'index'), 'utf8').split('\n');
      const checksum = lines.pop();
      const actual = createHash('sha1').update(this.key);
      for (const line of lines) actual.update(line);
      if (actual.digest('base64') !== checksum) throw new Error('another pipeline, or damaged');
      for (const line of lines) this.entries.set(...(JSON.parse(line) as [string, Entry]));
    } catch {
      this.entries.clear();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

/** Gives a file's mark. */
export function markFile(stats: Stats): FileMark {
  return { size: stats.size, time: stats.mtimeMs };
}

function isSame(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.time === b.time;
}
