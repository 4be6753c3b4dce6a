import type { FileMark } from './cache/fileMarks.ts';
import type { ArticleLinks } from './links/linkArticles.ts';
import { ArchiveWriter } from './output/ArchiveWriter.ts';
import { ImageStore } from './output/ImageStore.ts';
import { drawPages as draw, type PagesTask } from './pages/drawPages.ts';
import { type FileResult, processFile } from './processFile.ts';
import { type BlockContext, type BlockTask, createBlockMaker } from './search/makeBlocks.ts';

/*
 * What worker threads do: `shareOut.ts` calls these functions by their names.
 */

/** Content files to be published. */
export interface FilesTask {
  contentDir: string;
  outDir: string;
  files: readonly { path: string; linked?: ArticleLinks | undefined }[];
}

/** Publishes content files. Throws where the output can't be written. */
export function publishFiles({ contentDir, outDir, files }: FilesTask): FileResult[] {
  const writer = new ArchiveWriter(outDir);
  const outputs = { writer, images: new ImageStore(contentDir, writer) };
  return files.map(({ path, linked }) => processFile(contentDir, path, outputs, { linked }));
}

/** Draws pages of articles. Returns the marks of their files. */
export function drawPages(task: PagesTask): FileMark[] {
  return draw(task);
}

/** Makes a block of the search index and stores it. */
export function storeBlock({ context, task }: { context: BlockContext; task: BlockTask }): void {
  createBlockMaker(context)(task);
}
