import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandingOutput } from '../output/StandingOutput.ts';
import { type FileResult, hashContent } from '../processFile.ts';
import { readCacheIndex, writeCacheIndex } from './cacheIndex.ts';
import { isSameMark, markFile } from './fileMarks.ts';

/** A file changed this shortly before the build may change again without a new time; in milliseconds. */
const RACE = 2000;

/**
 * Keeps what became of each content file, so that a build after one change reads names and times only.
 *
 * One file, the index. The articles' JSON files are those of the output that stands: to keep them a second time, if
 * only by a second name, took one twentieth of a build from nothing. `key` names the pipeline's code: another
 * pipeline, a damaged or half written index, an article file that isn't as it was written, all mean that the file is
 * read anew.
 */
export class BuildCache {
  private readonly results: Map<string, FileResult>;
  /** Of this build. */
  private readonly kept = new Map<string, FileResult>();
  private readonly start = Date.now();
  private readonly file: string;
  private readonly key: string;
  private isChanged = false;

  /** `file`: the index. */
  constructor(file: string, key: string) {
    this.file = file;
    this.key = key;
    this.results = readCacheIndex(file, key);
  }

  /**
   * Gives what became of a file in an earlier build, where its article stands in the output that will be replaced;
   * else undefined: the file has to be read. `path` is relative to the content folder; `id` is the article's in this
   * build.
   */
  take(
    path: string,
    id: string | undefined,
    contentDir: string,
    standing: StandingOutput | undefined,
  ): FileResult | undefined {
    const result = this.results.get(path);
    // Pictures beside the article may have changed where it has not.
    if (!result?.content || result.hasOwnPictures) return undefined;
    const file = join(contentDir, path);
    const content = markFile(file);
    if (!content) return undefined;
    const isSame = isSameMark(result.content, content);
    if (!isSame && result.hash !== hashContent(readFileSync(file))) return undefined;
    const { row, article } = result;
    if (row && row.id !== id) return undefined;
    if (row && !(article && standing?.keepArticle(row.id, article))) return undefined;
    if (!isSame) this.isChanged = true;
    const taken = isSame ? result : { ...result, content };
    this.kept.set(path, taken);
    return taken;
  }

  /** Notes what became of a file. */
  put(result: FileResult): void {
    if (!result.content || result.content.time > this.start - RACE) return;
    this.kept.set(result.path, result);
    this.isChanged = true;
  }

  /** Writes the index. */
  save(): void {
    if (!this.isChanged && this.kept.size === this.results.size) return;
    writeCacheIndex(this.file, this.key, [...this.kept.values()]);
  }
}
