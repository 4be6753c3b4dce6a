import { availableParallelism } from 'node:os';
import type { TextedResult } from './cache/resultText.ts';
import { FileProcessor } from './FileProcessor.ts';
import { CHUNKS_AT_A_TIME, feedWorker } from './feedWorker.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import type { WorkerSupply } from './WorkerSupply.ts';

export interface ProcessOptions {
  contentDir: string;
  outDir: string;
  /** Without them, or for few files, all is done in this thread. */
  workers?: WorkerSupply;
  onResults: (results: TextedResult[]) => void;
}

/** Files that one message carries. */
const CHUNK = 32;
/** Below this number of files, starting threads takes longer than they save. */
export const MIN_FILES_FOR_WORKERS = 400;

/**
 * Makes archive files of content files, on all cores where that pays: workers read and clean, this thread writes the
 * articles. Results come in no particular order. Rejects where the output can't be written.
 *
 * The kernel makes the files of one folder one at a time, and who waits for it spins: on two cores, two threads that
 * cleaned and wrote took a fifth longer.
 */
export async function processFiles(
  paths: readonly string[],
  options: ProcessOptions,
): Promise<void> {
  const chunks: string[][] = [];
  for (let from = 0; from < paths.length; from += CHUNK)
    chunks.push(paths.slice(from, from + CHUNK));
  const { workers, contentDir, outDir, onResults } = options;
  const processor = new FileProcessor(contentDir, outDir);
  const processHere = (chunk: readonly string[]) =>
    onResults(chunk.map((path) => [processor.process(path)]));
  if (!workers || paths.length < MIN_FILES_FOR_WORKERS) {
    chunks.forEach(processHere);
    return;
  }
  const count = Math.min(availableParallelism(), Math.ceil(chunks.length / CHUNKS_AT_A_TIME));
  const writer = new ArchiveWriter(outDir);
  const feed = { workers, contentDir, outDir, chunks, writer, onResults, processHere };
  const feeding = Array.from({ length: count }, () => feedWorker(feed));
  await Promise.all(feeding);
}
