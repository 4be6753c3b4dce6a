import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { FileProcessor } from './FileProcessor.ts';
import { CHUNKS_AT_A_TIME, feedWorker } from './feedWorker.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import type { TextedResult } from './resultText.ts';

export interface ProcessOptions {
  contentDir: string;
  outDir: string;
  /** The worker's program. Without one, or for few files, all is done in this thread. */
  workerFile?: string;
  onResults: (results: TextedResult[]) => void;
}

/** Files that one message carries. */
const CHUNK = 32;
/** Below this number of files, starting threads takes longer than they save. */
export const MIN_FILES_FOR_WORKERS = 400;

/**
 * Makes archive files of content files, on all cores where that pays: workers read and clean, this thread writes the articles. Results come in no
 * particular order. Rejects where the output can't be written.
 *
 * The kernel makes the files of one folder one at a time, and who waits for it spins: on two cores, two threads that cleaned and wrote
 * took a fifth longer.
 */
export async function processFiles(
  paths: readonly string[],
  options: ProcessOptions,
): Promise<void> {
  const chunks: string[][] = [];
  for (let from = 0; from < paths.length; from += CHUNK)
    chunks.push(paths.slice(from, from + CHUNK));
  const { workerFile, contentDir, outDir, onResults } = options;
  const processor = new FileProcessor(contentDir, outDir);
  const processHere = (chunk: readonly string[]) =>
    onResults(chunk.map((path) => [processor.process(path)]));
  if (workerFile === undefined || paths.length < MIN_FILES_FOR_WORKERS) {
    chunks.forEach(processHere);
    return;
  }
  // Each core has a worker: a collector that shares out its work among threads waits for a core.
  setFlagsFromString('--no-parallel-scavenge');
  const count = Math.min(availableParallelism(), Math.ceil(chunks.length / CHUNKS_AT_A_TIME));
  const writer = new ArchiveWriter(outDir);
  const feed = { contentDir, outDir, chunks, writer, onResults, processHere };
  await Promise.all(Array.from({ length: count }, () => feedWorker(workerFile, feed)));
}
