import { parentPort } from 'node:worker_threads';
import { formatResult } from './cache/resultText.ts';
import { FileProcessor } from './FileProcessor.ts';
import type { Answer, Folders, Task } from './feedWorker.ts';

/**
 * Bytes of articles that are sent at once, and then some: an answer to ordinary files takes less, many large ones
 * don't add up.
 */
const SIZE = 1 << 20;

let bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
let ends: number[] = [];
let heads = '';
let rows = '';

/** Puts an article behind the others of its answer. */
function collect(article: Uint8Array): undefined {
  const from = ends.at(-1) ?? 0;
  const to = from + article.length;
  if (to > bytes.length) {
    const larger = new Uint8Array(Math.max(SIZE, to));
    larger.set(bytes.subarray(0, from));
    bytes = larger;
  }
  bytes.set(article, from);
  ends.push(to);
}

function send(isLast: boolean): void {
  const answer: Answer = { heads, rows, bytes: bytes.buffer, ends, isLast };
  parentPort?.postMessage(answer, [answer.bytes]);
  bytes = new Uint8Array(0);
  ends = [];
  heads = '';
  rows = '';
}

/**
 * Entry of a worker thread: takes the two folders, then lists of paths; gives back what became of them and the
 * articles, which the main thread writes.
 */
parentPort?.once('message', ({ contentDir, outDir }: Folders) => {
  const processor = new FileProcessor(contentDir, outDir, (_id, article) => collect(article));
  parentPort?.on('message', ({ paths, memory }: Task) => {
    if (memory && memory.byteLength <= 2 * SIZE) bytes = new Uint8Array(memory);
    for (const path of paths) {
      const { head, row } = formatResult(processor.process(path));
      heads += `${head}\n`;
      rows += `${row}\n`;
      if ((ends.at(-1) ?? 0) > SIZE) send(false);
    }
    send(true);
  });
});
