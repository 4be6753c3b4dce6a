import { hash } from 'node:crypto';
import { buildTwinId } from './article/articleId.ts';
import { buildFingerprint, type Fingerprint } from './article/buildFingerprint.ts';
import { parseArticle } from './article/parseArticle.ts';
import type { FileMark } from './cache/fileMarks.ts';
import { FileReader } from './content/FileReader.ts';
import type { Problem } from './content/Problem.ts';
import {
  ArchiveWriter,
  buildListRow,
  formatArticle,
  type ListRow,
} from './output/ArchiveWriter.ts';
import { ImageStore } from './output/ImageStore.ts';
import { listPictureHosts } from './output/listPictureHosts.ts';

/**
 * What became of one content file. Plain data: it crosses from workers and is kept in the build cache
 * (`resultText.ts`).
 */
export interface FileResult {
  path: string;
  /** Absent where the file was rejected. */
  row?: ListRow;
  /** There where the row is. */
  fingerprint?: Fingerprint;
  problems: Problem[];
  /** SHA-1 of the file's bytes; empty where it could not be read. */
  hash: string;
  /** Size and time of the file when it was read; absent where it could not be. */
  content?: FileMark;
  /** Those of the article's file. */
  article?: FileMark;
  /** The article shows pictures that lie beside it. */
  hasOwnPictures: boolean;
  /** The hosts that the article shows pictures from; absent where there is none. */
  pictureHosts?: string[];
}

/** Gives the fingerprint by which the build cache knows a file's content. */
export function hashContent(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64');
}

/** Takes an article's file. Gives the file's mark where it was written at once. */
export type ArticlePublisher = (id: string, bytes: Uint8Array) => FileMark | undefined;

/**
 * Makes archive files of content files, one at a time. Whatever goes wrong with one file costs that file and nothing
 * else.
 */
export class FileProcessor {
  private readonly contentDir: string;
  private readonly publish: ArticlePublisher;
  private readonly images: ImageStore;
  private readonly reader = new FileReader();

  /** Without `publish`, articles are written at once. */
  constructor(contentDir: string, outDir: string, publish?: ArticlePublisher) {
    const writer = new ArchiveWriter(outDir);
    this.contentDir = contentDir;
    this.publish = publish ?? ((id, bytes) => writer.writeArticle(id, bytes));
    this.images = new ImageStore(contentDir, writer);
  }

  /**
   * Reads, cleans and publishes one article. Throws only where it can't be published.
   * `twin`: a file whose path would give the same id (`article/assignIds.ts`).
   */
  process(path: string, twin?: string): FileResult {
    const result: FileResult = { path, problems: [], hash: '', hasOwnPictures: false };
    let file: Uint8Array | undefined;
    try {
      file = this.make(result, twin);
    } catch (error) {
      const reason = `can't be read: ${(error as Error).message}`;
      return { ...result, problems: [{ kind: 'unreadable', path, outcome: 'rejected', reason }] };
    }
    const mark = file && result.row && this.publish(result.row.id, file);
    if (mark) result.article = mark;
    return result;
  }

  /**
   * Notes in `result` what becomes of the file, and gives the article's; the row comes last, since who has one is
   * published.
   */
  private make(result: FileResult, twin: string | undefined): Uint8Array | undefined {
    const { path } = result;
    const { bytes, mark } = this.reader.read(`${this.contentDir}/${path}`);
    result.content = mark;
    result.hash = hashContent(bytes);
    const { value: article, problems } = parseArticle(path, bytes, (from, address) => {
      result.hasOwnPictures = true;
      return this.images.publish(from, address);
    });
    result.problems = problems;
    if (!article) return undefined;
    if (twin !== undefined) {
      article.id = buildTwinId(path);
      const reason =
        `has the path of “${twin}” but for the Unicode form of its letters: ` +
        'its id is made from the path as it stands';
      problems.push({ kind: 'same-id', path, outcome: 'repaired', reason });
    }
    const file = formatArticle(article);
    const hosts = listPictureHosts(article);
    if (hosts.length > 0) result.pictureHosts = hosts;
    result.fingerprint = buildFingerprint(article);
    result.row = buildListRow(article);
    return file;
  }
}
