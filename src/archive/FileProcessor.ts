import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildArticleId } from './article/articleId.ts';
import { parseArticle } from './article/parseArticle.ts';
import type { Problem } from './content/Problem.ts';
import { ImageStore } from './output/ImageStore.ts';
import { listPictureHosts } from './output/listPictureHosts.ts';
import { ArchiveWriter, buildListRow, type ListRow } from './output/writeArchive.ts';

/** What became of one content file. Plain data: it crosses from workers and is kept in the build cache. */
export interface FileResult {
  path: string;
  /** Absent where the file was rejected. */
  row?: ListRow;
  problems: Problem[];
  /** SHA-1 of the file's bytes; empty where it could not be read. */
  hash: string;
  /** The article shows pictures that lie beside it. */
  hasOwnPictures: boolean;
  /** The hosts that the article shows pictures from; absent where there is none. */
  pictureHosts?: string[];
}

/** Gives the fingerprint by which the build cache knows a file's content. */
export function hashContent(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64');
}

/** Makes archive files of content files, one at a time. Whatever goes wrong with one file costs that file and nothing else. */
export class FileProcessor {
  private readonly contentDir: string;
  private readonly writer: ArchiveWriter;
  private readonly images: ImageStore;

  constructor(contentDir: string, outDir: string) {
    this.contentDir = contentDir;
    this.writer = new ArchiveWriter(outDir);
    this.images = new ImageStore(contentDir, this.writer);
  }

  /** Reads, cleans and writes one article. `other`: the file that has the same id; this one's is then made from its whole path. */
  process(path: string, other?: string): FileResult {
    const result: FileResult = { path, problems: [], hash: '', hasOwnPictures: false };
    try {
      const bytes = readFileSync(join(this.contentDir, path));
      result.hash = hashContent(bytes);
      const { value: article, problems } = parseArticle(path, bytes, (from, address) => {
        result.hasOwnPictures = true;
        return this.images.publish(from, address);
      });
      result.problems = problems;
      if (article) {
        if (other !== undefined) {
          const fileName = path.split('/').at(-1) ?? path;
          article.id = buildArticleId(article.category.split('/'), fileName, path);
          problems.push({
            path,
            outcome: 'repaired',
            reason: `has the categories and the name of “${other}”: its id is made from its whole path`,
          });
        }
        this.writer.writeArticle(article);
        result.row = buildListRow(article);
        const hosts = listPictureHosts(article);
        if (hosts.length > 0) result.pictureHosts = hosts;
      }
    } catch (error) {
      const reason = `can't be read: ${(error as Error).message}`;
      result.problems = [{ path, outcome: 'rejected', reason }];
    }
    return result;
  }
}
