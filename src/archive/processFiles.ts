import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { FileProcessor, type FileResult } from './FileProcessor.ts';

export interface ProcessOptions {
  contentDir: string;
  outDir: string;
  /** The worker's program. Without one, or for few files, all is done in this thread. */
  workerFile?: string;
  onResults: (results: FileResult[]) => void;
}

/** Files that one message carries. */
const CHUNK = 64;
/** Below this number of files, starting threads takes longer than they save. */
export const MIN_FILES_FOR_WORKERS = 400;

/**
 * Memory of a worker, in MB. Left alone, a heap grows for as long as the machine has room, before any of it is given back.
 * An article that needs more ends its worker, and its chunk is done in the main thread, which has no such limit.
 */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/** Makes archive files of content files, on all cores where that pays. Results come in no particular order. */
export async function processFiles(
  paths: readonly string[],
  options: ProcessOptions,
): Promise<void> {
  const chunks: string[][] = [];
  for (let from = 0; from < paths.length; from += CHUNK)
    chunks.push(paths.slice(from, from + CHUNK));
  const { workerFile, contentDir, outDir, onResults } = options;
  if (workerFile === undefined || paths.length < MIN_FILES_FOR_WORKERS) {
    const processor = new FileProcessor(contentDir, outDir);
    for (const chunk of chunks) onResults(chunk.map((path) => processor.process(path)));
    return;
  }
  const count = Math.min(availableParallelism(), chunks.length);
  await Promise.all(Array.from({ length: count }, () => runWorker(workerFile, chunks, options)));
}

/** Feeds one worker until the chunks are used up. A worker that dies costs no file: its chunk is done here. */
function runWorker(workerFile: string, chunks: string[][], options: ProcessOptions): Promise<void> {
  const { contentDir, outDir, onResults } = options;
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { contentDir, outDir },
      resourceLimits: WORKER_LIMITS,
    });
    let current: string[] | undefined;
    const next = () => {
      current = chunks.shift();
      if (current) worker.postMessage(current);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (results: FileResult[]) => {
      onResults(results);
      next();
    });
    worker.on('error', () => {
      const processor = new FileProcessor(contentDir, outDir);
      if (current) onResults(current.map((path) => processor.process(path)));
      runWorker(workerFile, chunks, options).then(resolve, reject);
    });
    next();
  });
}
