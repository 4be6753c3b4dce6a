import { parentPort, workerData } from 'node:worker_threads';
import { FileProcessor } from './FileProcessor.ts';
import { formatResult } from './resultLines.ts';
import type { Answer, Task } from './WorkerFeed.ts';

/** Bytes that most answers fit in. */
const SIZE = 1 << 20;

let bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
let ends: number[] = [];

/** Puts an article behind the others of its answer. */
function collect(article: Uint8Array): void {
  const from = ends.at(-1) ?? 0;
  const to = from + article.length;
  if (to > bytes.length) {
    const larger = new Uint8Array(Math.max(SIZE, to, 2 * bytes.length));
    larger.set(bytes.subarray(0, from));
    bytes = larger;
  }
  bytes.set(article, from);
  ends.push(to);
}

/** Entry of a worker thread: takes lists of paths, gives back what became of them and the articles, which the main thread writes. */
const { contentDir, outDir } = workerData as { contentDir: string; outDir: string };
const processor = new FileProcessor(contentDir, outDir, (_id, article) => {
  collect(article);
  return undefined;
});

parentPort?.on('message', ({ paths, memory }: Task) => {
  bytes = memory ? new Uint8Array(memory) : new Uint8Array(0);
  ends = [];
  let lines = '';
  for (const path of paths) lines += `${formatResult(processor.process(path))}\n`;
  const answer: Answer = { lines, bytes: bytes.buffer, ends };
  parentPort?.postMessage(answer, [answer.bytes]);
});
