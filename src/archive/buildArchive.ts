import { statSync } from 'node:fs';
import type { BuildCache } from './BuildCache.ts';
import { findContentFiles } from './content/findContentFiles.ts';
import type { Problem } from './content/Problem.ts';
import { FileProcessor, type FileResult } from './FileProcessor.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import { buildLists } from './output/buildLists.ts';
import { processFiles } from './processFiles.ts';
import type { Report } from './Report.ts';
import type { StandingOutput } from './StandingOutput.ts';
import { buildSearchIndex, type SearchIndexOptions } from './search/buildSearchIndex.ts';
import type { WorkerSupply } from './WorkerSupply.ts';

export interface ArchiveOptions {
  contentDir: string;
  /** The archive files go to `archive/` below it. */
  outDir: string;
  /** Worker threads; without them, everything runs in this thread. */
  workers?: WorkerSupply;
  cache?: BuildCache;
  /** The output that this one will replace. Articles that are the same there are not written to `outDir`: they come with `replaceWith`. */
  standing?: StandingOutput;
  onProgress?: (done: number, all: number) => void;
  /** Builds the search index, too. */
  search?: SearchOptions;
}

export interface SearchOptions
  extends Pick<SearchIndexOptions, 'folder' | 'key' | 'sizes' | 'workerFile' | 'onProgress'> {
  /** Where the articles are that are not written to the output folder. */
  standingDir?: string;
}

/**
 * Builds the archive files from a content folder. Articles are written as they are read; only their summaries are kept.
 * Equal content gives byte-equal files, with a cache or without, in one thread or in many.
 * Throws only where the folder itself is missing or the output can't be written.
 */
export async function buildArchive(options: ArchiveOptions): Promise<Report> {
  const { contentDir, outDir, cache, onProgress } = options;
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(
      `The content folder “${contentDir}” does not exist. CONTENT_DIR names the folder to read.`,
    );
  }
  const files = findContentFiles(contentDir);
  const results = new Map<string, FileResult>();
  const fresh: string[] = [];

  for (const path of files.value) {
    const result = cache?.take(path, contentDir, options.standing);
    if (result) results.set(path, result);
    else fresh.push(path);
  }

  onProgress?.(results.size, files.value.length);
  await processFiles(fresh, {
    ...options,
    onResults: (list) => {
      for (const [result, text] of list) {
        results.set(result.path, result);
        cache?.put(result, text);
      }
      onProgress?.(results.size, files.value.length);
    },
  });

  const ordered = files.value.map((path) => results.get(path) as FileResult);
  resolveCollisions(ordered, contentDir, outDir, cache);
  const report = buildReport(ordered, files.problems);
  const writer = new ArchiveWriter(outDir);
  const lists = buildLists(ordered.flatMap(({ row, hash }) => (row ? { ...row, hash } : [])));
  writer.writeLists(lists);
  writer.writeReport(report);
  cache?.save();
  if (options.search) {
    const { list } = lists.catalogue.root;
    const { standingDir, ...search } = options.search;
    await buildSearchIndex({
      ...search,
      outDir,
      sources: standingDir === undefined ? [outDir] : [outDir, standingDir],
      list,
      articles: lists.lists.get(list) ?? [],
    });
  }
  return report;
}

/** Where two files have the same categories and name, the first in order keeps the id; the others get one from their whole path. */
function resolveCollisions(
  results: FileResult[],
  contentDir: string,
  outDir: string,
  cache?: BuildCache,
): void {
  const owners = new Map<string, FileResult>();
  const processor = new FileProcessor(contentDir, outDir);
  results.forEach((result, index) => {
    const id = result.row?.id;
    if (id === undefined) return;
    const owner = owners.get(id);
    if (!owner) {
      owners.set(id, result);
      return;
    }
    results[index] = processor.process(result.path, owner.path);
    // The article file at the shared id may be the other's: the owner is written again.
    processor.process(owner.path);
    cache?.drop(owner.path);
    cache?.drop(result.path);
  });
}

function buildReport(results: readonly FileResult[], others: readonly Problem[]): Report {
  const published = results.filter((result) => result.row !== undefined).length;
  const found = results.length + others.length;
  const problems = [...results.flatMap((result) => result.problems), ...others];
  const order = (a: Problem, b: Problem) => {
    if (a.path === b.path) return (a.line ?? 0) - (b.line ?? 0);
    return a.path < b.path ? -1 : 1;
  };
  const hosts = new Set(results.flatMap((result) => result.pictureHosts ?? []));
  return {
    found,
    published,
    rejected: found - published,
    problems: problems.sort(order),
    pictureHosts: [...hosts].sort(),
  };
}
