import { parentPort, workerData } from 'node:worker_threads';
import { FileProcessor } from './FileProcessor.ts';

/** Entry of a worker thread: takes lists of paths, gives back what became of them. */
const { contentDir, outDir } = workerData as { contentDir: string; outDir: string };
const processor = new FileProcessor(contentDir, outDir);

parentPort?.on('message', (paths: string[]) => {
  parentPort?.postMessage(paths.map((path) => processor.process(path)));
});
