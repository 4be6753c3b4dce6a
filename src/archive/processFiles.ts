import type { CleanedFile, FileResult } from './cleanFile.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import { shareOut, type WorkerLoader } from './shareOut.ts';
import { type CleanTask, cleanFiles } from './worker.ts';

export interface ProcessOptions {
  contentDir: string;
  outDir: string;
  /** Without it, or for few files, all is done in this thread. */
  loadWorker?: WorkerLoader;
  onResults: (results: FileResult[]) => void;
}

/** Files of one task. */
const CHUNK = 32;
/** Below this number of files, starting threads takes longer than they save. */
export const MIN_FILES_FOR_WORKERS = 400;
/** An article that needs more is cleaned in the main thread. */
const MEGABYTES = 64;

/**
 * Makes archive files of content files, on all cores where that pays: workers read and clean, this thread writes the
 * articles. Results come in no particular order. Rejects where the output can't be written.
 *
 * The kernel makes the files of one folder one at a time, and who waits for it spins: on two cores, two threads that
 * cleaned and wrote took a fifth longer.
 */
export async function processFiles(
  paths: readonly string[],
  { contentDir, outDir, loadWorker, onResults }: ProcessOptions,
): Promise<void> {
  const tasks: CleanTask[] = [];
  for (let from = 0; from < paths.length; from += CHUNK)
    tasks.push({ contentDir, outDir, paths: paths.slice(from, from + CHUNK) });
  const writer = new ArchiveWriter(outDir);
  await shareOut(paths.length < MIN_FILES_FOR_WORKERS ? undefined : loadWorker, {
    tasks,
    name: cleanFiles.name,
    doHere: cleanFiles,
    onDone: (files) => onResults(files.map((file) => writeArticle(file, writer))),
    megabytes: MEGABYTES,
  });
}

/** Writes a cleaned file's article, where there is one. Returns what became of the file. */
export function writeArticle({ result, bytes }: CleanedFile, writer: ArchiveWriter): FileResult {
  const { row } = result;
  return row && bytes ? { ...result, article: writer.writeArticle(row.id, bytes) } : result;
}
