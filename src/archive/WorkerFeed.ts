import { Worker } from 'node:worker_threads';
import type { FileResult } from './FileProcessor.ts';
import type { ArchiveWriter } from './output/ArchiveWriter.ts';
import { parseResult } from './resultLines.ts';

/** What a worker is asked: paths of content files, and memory of an earlier answer that it may use again. */
export interface Task {
  paths: string[];
  memory?: ArrayBuffer | undefined;
}

/** What a worker answers: results (`resultLines.ts`), and the bytes of their articles, one behind the other. */
export interface Answer {
  /** A line for each result. */
  heads: string;
  /** The same; apart, since the rows are kept to the end of the build and with them the text that they are parts of. */
  rows: string;
  bytes: ArrayBuffer;
  /** Where each article ends. */
  ends: number[];
  /** Whether this is all that the task asked for; large articles come in several answers. */
  isLast: boolean;
}

export interface FeedOptions {
  contentDir: string;
  outDir: string;
  /** What there is to do; the workers share it. */
  chunks: string[][];
  writer: ArchiveWriter;
  onResults: (results: FileResult[]) => void;
  /** Does a chunk in this thread. */
  processHere: (paths: readonly string[]) => void;
}

/**
 * Memory of a worker, in MB. Left alone, a heap grows for as long as the machine has room, before any of it is given back.
 * An article that needs more ends its worker, and its chunk is done in the main thread, which has no such limit.
 */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

/** Chunks that a worker has beside the one it works on: it need not wait for the next until this thread has dealt with the last. */
const AHEAD = 1;

/** Feeds one worker until the chunks are used up. A worker that dies costs no file: its chunks are done here. */
export class WorkerFeed {
  /** Holds when the worker has ended; rejects where the output can't be written. */
  readonly done: Promise<void>;
  private readonly workerFile: string;
  private readonly options: FeedOptions;
  /** Chunks that the worker has, in the order in which they are done. */
  private readonly given: string[][] = [];

  constructor(workerFile: string, options: FeedOptions) {
    this.workerFile = workerFile;
    this.options = options;
    this.done = this.run();
  }

  private run(): Promise<void> {
    const { contentDir, outDir, chunks, onResults, processHere } = this.options;
    return new Promise((resolve, reject) => {
      const workerData = { contentDir, outDir };
      const worker = new Worker(this.workerFile, { workerData, resourceLimits: WORKER_LIMITS });
      const end = () => void worker.terminate().then(() => resolve());
      /** Where something can't be written, all ends. */
      const attempt = (action: () => void) => {
        try {
          action();
        } catch (error) {
          chunks.length = 0;
          void worker.terminate().then(() => reject(error));
        }
      };
      worker.on('message', (answer: Answer) => {
        attempt(() => {
          onResults(this.write(answer));
          if (!answer.isLast) return;
          this.given.shift();
          this.give(worker, answer.bytes);
          if (this.given.length === 0) end();
        });
      });
      worker.on('error', () => {
        attempt(() => {
          this.given.splice(0).forEach(processHere);
          this.run().then(resolve, reject);
        });
      });
      for (let count = 0; count <= AHEAD; count++) this.give(worker);
      if (this.given.length === 0) end();
    });
  }

  private give(worker: Worker, memory?: ArrayBuffer): void {
    const paths = this.options.chunks.shift();
    if (!paths) return;
    this.given.push(paths);
    worker.postMessage({ paths, memory } satisfies Task, memory ? [memory] : []);
  }

  private write({ heads, rows, bytes, ends }: Answer): FileResult[] {
    const rowLines = rows.split('\n');
    const results = heads
      .slice(0, -1)
      .split('\n')
      .map((head, index) => parseResult({ head, row: rowLines[index] ?? '' }));
    let from = 0;
    let count = 0;
    for (const result of results) {
      if (!result.row) continue;
      const to = ends[count++] ?? from;
      const article = new Uint8Array(bytes, from, to - from);
      result.article = this.options.writer.writeArticle(result.row.id, article);
      from = to;
    }
    return results;
  }
}
