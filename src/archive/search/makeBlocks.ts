import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import traditional from 'opencc-js/dict/TSCharacters';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { createTextFolder } from '../../model/foldText.ts';
import { readSearchText, type SearchText } from '../../model/searchText.ts';
import { BlockStore } from './BlockStore.ts';
import { type IndexPlan, indexBlock } from './indexBlock.ts';

/** A block that has to be made of articles. */
export interface BlockTask {
  name: string;
  ids: string[];
}

/** What the making of all blocks needs; crosses to workers. */
export interface BlockContext {
  sources: readonly string[];
  /** Where the blocks are kept. */
  folder: string;
  plan: IndexPlan;
}

export type TextReader = (id: string) => SearchText;

/**
 * Makes a function that reads what of an article can be searched. `sources`: folders of which the first that has its
 * file is read.
 */
export function createTextReader(sources: readonly string[]): TextReader {
  const folder = createTextFolder(traditional);
  return (id) => {
    const files = sources.map((source) => join(source, buildArticlePath(id)));
    const file = files.find((each) => existsSync(each)) ?? files[0] ?? '';
    return readSearchText(JSON.parse(readFileSync(file, 'utf8')) as Article, folder);
  };
}

/** Makes a function that makes a block and stores it. */
export function createBlockMaker({ sources, folder, plan }: BlockContext) {
  const read = createTextReader(sources);
  const store = new BlockStore(folder);
  return ({ name, ids }: BlockTask): void => {
    // One text at a time is in memory.
    const texts = function* () {
      for (const id of ids) yield read(id);
    };
    store.put(name, indexBlock(texts(), plan));
  };
}

/** Memory of a worker, in MB. A block that needs more ends its worker and is made in the main thread. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 };

/** Makes blocks, on all cores where that pays. */
export async function makeBlocks(
  tasks: readonly BlockTask[],
  options: BlockContext & { workerFile?: string | undefined },
  onDone: (articles: number) => void,
): Promise<void> {
  const left = [...tasks];
  const { workerFile, sources, folder, plan } = options;
  const context: BlockContext = { sources, folder, plan };
  if (workerFile === undefined || left.length < 2) {
    const make = createBlockMaker(context);
    for (const task of left) {
      make(task);
      onDone(task.ids.length);
    }
    return;
  }
  const count = Math.min(availableParallelism(), left.length);
  await Promise.all(
    Array.from({ length: count }, () => runWorker(workerFile, left, context, onDone)),
  );
}

/** Feeds one worker until the tasks are used up. The task of a worker that dies is done here. */
function runWorker(
  workerFile: string,
  left: BlockTask[],
  context: BlockContext,
  onDone: (articles: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: context, resourceLimits: WORKER_LIMITS });
    let current: BlockTask | undefined;
    const next = () => {
      current = left.shift();
      if (current) worker.postMessage(current);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', () => {
      if (current) onDone(current.ids.length);
      next();
    });
    worker.on('error', () => {
      try {
        if (current) {
          createBlockMaker(context)(current);
          onDone(current.ids.length);
        }
      } catch (error) {
        reject(error as Error);
        return;
      }
      runWorker(workerFile, left, context, onDone).then(resolve, reject);
    });
    next();
  });
}
