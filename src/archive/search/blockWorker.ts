import { parentPort, workerData } from 'node:worker_threads';
import { type BlockContext, type BlockTask, createBlockMaker } from './makeBlocks.ts';

/** Entry of a worker thread: takes blocks to make, says when one is stored. */
const make = createBlockMaker(workerData as BlockContext);

parentPort?.on('message', (task: BlockTask) => {
  make(task);
  parentPort?.postMessage(task.name);
});
