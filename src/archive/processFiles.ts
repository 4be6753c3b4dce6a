import type { ArticleLinks } from './links/linkArticles.ts';
import type { FileResult } from './processFile.ts';
import { shareOut, type WorkerLoader } from './shareOut.ts';
import { type FilesTask, publishFiles } from './worker.ts';

export interface ProcessOptions {
  contentDir: string;
  outDir: string;
  /** Without it, or for few files, all is done in this thread. */
  loadWorker?: WorkerLoader;
  onResults: (results: FileResult[]) => void;
  /** By path, the articles that a file's links lead to. */
  linked?: ReadonlyMap<string, ArticleLinks>;
}

/** Files of one task. */
const CHUNK = 32;
/** Below this number of files, starting threads takes longer than they save. */
export const MIN_FILES_FOR_WORKERS = 400;
/** An article that needs more is made in the main thread. */
const MEGABYTES = 64;

/**
 * Makes archive files of content files, on all cores where that pays. Results come in no particular order. Rejects
 * where the output can't be written.
 */
export async function processFiles(
  paths: readonly string[],
  { contentDir, outDir, loadWorker, onResults, linked }: ProcessOptions,
): Promise<void> {
  const tasks: FilesTask[] = [];
  for (let from = 0; from < paths.length; from += CHUNK) {
    const files = paths
      .slice(from, from + CHUNK)
      .map((path) => ({ path, linked: linked?.get(path) }));
    tasks.push({ contentDir, outDir, files });
  }
  await shareOut(paths.length < MIN_FILES_FOR_WORKERS ? undefined : loadWorker, {
    tasks,
    name: 'publishFiles',
    doHere: publishFiles,
    onDone: onResults,
    megabytes: MEGABYTES,
  });
}
