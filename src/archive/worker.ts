import { ArchiveWriter } from './output/ArchiveWriter.ts';
import { ImageStore } from './output/ImageStore.ts';
import { type FileResult, processFile } from './processFile.ts';
import { type BlockContext, type BlockTask, createBlockMaker } from './search/makeBlocks.ts';

/*
 * What worker threads do: `shareOut.ts` calls these functions by their names.
 */

/** Content files to be published. */
export interface FilesTask {
  contentDir: string;
  outDir: string;
  paths: readonly string[];
}

/** Publishes content files. Throws where the output can't be written. */
export function publishFiles({ contentDir, outDir, paths }: FilesTask): FileResult[] {
  const writer = new ArchiveWriter(outDir);
  const outputs = { writer, images: new ImageStore(contentDir, writer) };
  return paths.map((path) => processFile(contentDir, path, outputs));
}

/** Makes a block of the search index and stores it. */
export function storeBlock({ context, task }: { context: BlockContext; task: BlockTask }): void {
  createBlockMaker(context)(task);
}
