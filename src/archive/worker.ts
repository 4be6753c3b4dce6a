import { type CleanedFile, cleanFile } from './cleanFile.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import { ImageStore } from './output/ImageStore.ts';
import { type BlockContext, type BlockTask, createBlockMaker } from './search/makeBlocks.ts';

/*
 * What worker threads do: `shareOut.ts` calls these functions by their names.
 */

/** Content files to be cleaned. */
export interface CleanTask {
  contentDir: string;
  /** Gets the pictures that lie beside the files. */
  outDir: string;
  paths: readonly string[];
}

/** Cleans content files. */
export function cleanFiles({ contentDir, outDir, paths }: CleanTask): CleanedFile[] {
  const images = new ImageStore(contentDir, new ArchiveWriter(outDir));
  return paths.map((path) => cleanFile(contentDir, path, images));
}

/** Makes a block of the search index and stores it. */
export function storeBlock({ context, task }: { context: BlockContext; task: BlockTask }): void {
  createBlockMaker(context)(task);
}
