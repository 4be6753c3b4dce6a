import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import traditional from 'opencc-js/dict/TSCharacters';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { createTextFolder } from '../../model/foldText.ts';
import { readSearchText, type SearchText } from '../../model/search/searchText.ts';
import { shareOut, type WorkerLoader } from '../shareOut.ts';
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

/** A block that needs more is made in the main thread. */
const MEGABYTES = 160;

/** Makes blocks, on all cores where that pays. */
export async function makeBlocks(
  blocks: readonly BlockTask[],
  { loadWorker, sources, folder, plan }: BlockContext & { loadWorker?: WorkerLoader | undefined },
  onDone: (articles: number) => void,
): Promise<void> {
  const context: BlockContext = { sources, folder, plan };
  const make = createBlockMaker(context);
  await shareOut(blocks.length < 2 ? undefined : loadWorker, {
    tasks: blocks.map((task) => ({ context, task })),
    name: 'storeBlock',
    doHere: ({ task }) => make(task),
    onDone: (_, { task }) => onDone(task.ids.length),
    megabytes: MEGABYTES,
  });
}
