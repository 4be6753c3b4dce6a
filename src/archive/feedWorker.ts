import { parseResult, type TextedResult } from './cache/resultText.ts';
import type { ArchiveWriter } from './output/ArchiveWriter.ts';
import type { WorkerSupply } from './WorkerSupply.ts';

/** What a worker is told first. */
export interface Folders {
  contentDir: string;
  outDir: string;
}

/** What a worker is asked then: paths of content files, and memory of an earlier answer that it may use again. */
export interface Task {
  paths: string[];
  memory?: ArrayBuffer | undefined;
}

/** What a worker answers: results (`resultText.ts`), and the bytes of their articles, one behind the other. */
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

/** What a worker is fed with, and where its answers go. */
export interface FeedOptions extends Folders {
  workers: WorkerSupply;
  /** What there is to do; the workers share it. */
  chunks: string[][];
  writer: ArchiveWriter;
  onResults: (results: TextedResult[]) => void;
  /** Does a chunk in this thread. */
  processHere: (paths: readonly string[]) => void;
}

/** Chunks that a worker has at a time: it need not wait for the next until this thread has dealt with the last. */
export const CHUNKS_AT_A_TIME = 4;

/**
 * Feeds one worker until the chunks are used up. A worker that dies costs no file: its chunks are done here.
 * Rejects where the output can't be written.
 */
export function feedWorker(options: FeedOptions): Promise<void> {
  const { workers, contentDir, outDir, chunks, writer, onResults, processHere } = options;
  return new Promise((resolve, reject) => {
    const worker = workers.start();
    worker.postMessage({ contentDir, outDir } satisfies Folders);
    /** In the order in which they are done. */
    const given: string[][] = [];
    let isDead = false;
    const end = () => void worker.terminate().then(() => resolve());
    const give = (memory?: ArrayBuffer) => {
      const paths = chunks.shift();
      if (!paths) return;
      given.push(paths);
      worker.postMessage({ paths, memory } satisfies Task, memory ? [memory] : []);
    };
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
      // An answer can come behind the news of a death, which was dealt with as if there were none.
      if (isDead) return;
      attempt(() => {
        onResults(writeAnswer(answer, writer));
        if (!answer.isLast) return;
        given.shift();
        give(answer.bytes);
        if (given.length === 0) end();
      });
    });
    worker.on('error', () => {
      isDead = true;
      attempt(() => {
        given.forEach(processHere);
        feedWorker(options).then(resolve, reject);
      });
    });
    for (let count = 0; count < CHUNKS_AT_A_TIME; count++) give();
    if (given.length === 0) end();
  });
}

/** Writes the articles of an answer, and gives its results with their texts. */
function writeAnswer({ heads, rows, bytes, ends }: Answer, writer: ArchiveWriter): TextedResult[] {
  // Behind the last line break stands nothing.
  const rowLines = rows.split('\n').slice(0, -1);
  const headLines = heads.split('\n');
  let from = 0;
  let count = 0;
  return rowLines.map((row, index) => {
    const text = { head: headLines[index] ?? '', row };
    const result = parseResult(text);
    if (result.row) {
      const to = ends[count++] ?? from;
      result.article = writer.writeArticle(result.row.id, new Uint8Array(bytes, from, to - from));
      from = to;
    }
    return [result, text];
  });
}
