import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildArticlePath } from '../model/archivePaths.ts';
import { type CacheEntry, readCacheIndex, writeCacheIndex } from './cacheIndex.ts';
import type { FileResult } from './FileProcessor.ts';
import { type FileMark, isMarked, isSameMark, markFile, shareFile } from './fileMarks.ts';
import type { StandingOutput } from './StandingOutput.ts';

/** A file changed this shortly before the build may change again without a new time; in milliseconds. */
const RACE = 2000;

/** Where the articles of a build go. */
export interface Destination {
  outDir: string;
  /** The output that the new one will replace, where its articles may be taken over. */
  standing?: StandingOutput;
}

/**
 * Keeps what became of each content file, so that a build after one change reads names and times only.
 *
 * A folder: `index`, and the articles' JSON files, which builds share by hard links. `key` names the pipeline's code:
 * another pipeline, a damaged or half written index, an article file that isn't as it was written, all mean that the
 * file is read anew.
 */
export class BuildCache {
  private readonly entries: Map<string, CacheEntry>;
  private readonly kept = new Map<string, CacheEntry>();
  private readonly made = new Set<string>();
  private readonly start = Date.now();
  private readonly folder: string;
  private readonly key: string;
  private isChanged = false;

  constructor(folder: string, key: string) {
    this.folder = folder;
    this.key = key;
    const entries = readCacheIndex(this.indexFile, key);
    if (!entries) rmSync(folder, { recursive: true, force: true });
    this.entries = entries ?? new Map();
  }

  /** Gives what became of a file in an earlier build and sees to its article's file, or undefined where the file has to be read. */
  take(
    path: string,
    content: FileMark,
    hash: () => string,
    destination: Destination,
  ): FileResult | undefined {
    const entry = this.entries.get(path);
    if (!entry) return undefined;
    const isSame = isSameMark(entry.content, content);
    if (!isSame && entry.result.hash !== hash()) return undefined;
    // Pictures beside the article may have changed where it has not.
    if (entry.result.hasOwnPictures) return undefined;
    if (!this.provideArticle(entry, destination)) return undefined;
    if (!isSame) this.isChanged = true;
    this.kept.set(path, isSame ? entry : { ...entry, content });
    return entry.result;
  }

  /** Notes what became of a file. */
  put(path: string, content: FileMark, result: FileResult, outDir: string): void {
    if (result.hash === '' || content.time > this.start - RACE) return;
    const entry: CacheEntry = { content, result };
    if (result.row) {
      const file = this.findArticle(result.row.id);
      this.share(join(outDir, buildArticlePath(result.row.id)), file);
      const mark = markFile(file);
      if (mark) entry.article = mark;
    }
    this.kept.set(path, entry);
    this.isChanged = true;
  }

  /** Forgets a file, whose result does not depend on its content alone. */
  drop(path: string): void {
    this.kept.delete(path);
    this.isChanged = true;
  }

  /** Writes the index and removes the articles of files that are gone. */
  save(): void {
    if (!this.isChanged && this.kept.size === this.entries.size) return;
    const ids = new Set([...this.kept.values()].map((entry) => entry.result.row?.id));
    for (const { result } of this.entries.values()) {
      if (result.row && !ids.has(result.row.id))
        rmSync(this.findArticle(result.row.id), { force: true });
    }
    writeCacheIndex(this.indexFile, this.key, this.kept.values());
  }

  private provideArticle({ article, result }: CacheEntry, destination: Destination): boolean {
    if (!result.row) return true;
    if (!article) return false;
    const { id } = result.row;
    if (destination.standing?.keepArticle(id, article)) return true;
    const file = this.findArticle(id);
    if (!isMarked(file, article)) return false;
    this.share(file, join(destination.outDir, buildArticlePath(id)));
    return true;
  }

  private share(from: string, to: string): void {
    const folder = dirname(to);
    if (!this.made.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.made.add(folder);
    }
    shareFile(from, to);
  }

  private findArticle(id: string): string {
    return join(this.folder, buildArticlePath(id));
  }

  private get indexFile(): string {
    return join(this.folder, 'index');
  }
}
