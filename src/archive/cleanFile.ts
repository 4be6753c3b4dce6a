import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildTwinId } from './article/articleId.ts';
import { buildFingerprint, type Fingerprint } from './article/buildFingerprint.ts';
import { parseArticle } from './article/parseArticle.ts';
import { type FileMark, markFile } from './cache/fileMarks.ts';
import type { Problem } from './content/Problem.ts';
import { buildListRow, formatArticle, type ListRow } from './output/ArchiveWriter.ts';
import type { ImageStore } from './output/ImageStore.ts';
import { listPictureHosts } from './output/listPictureHosts.ts';

/** What became of one content file. Plain data: it crosses from workers and is kept in the build cache. */
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
  /** Those of the article's file; absent until it is written. */
  article?: FileMark;
  /** The article shows pictures that lie beside it. */
  hasOwnPictures: boolean;
  /** The hosts that the article shows pictures from; absent where there is none. */
  pictureHosts?: string[];
}

/** What became of a content file, and the bytes of its article where there is one. */
export interface CleanedFile {
  result: FileResult;
  bytes?: Uint8Array;
}

/** Gives the fingerprint by which the build cache knows a file's content. */
export function hashContent(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64');
}

/**
 * Reads and cleans one content file. Whatever goes wrong with it costs this file and nothing else. `images` gets the
 * pictures that lie beside it; `twin`: a file whose path would give the same id (`article/assignIds.ts`).
 */
export function cleanFile(
  contentDir: string,
  path: string,
  images: ImageStore,
  twin?: string,
): CleanedFile {
  const result: FileResult = { path, problems: [], hash: '', hasOwnPictures: false };
  try {
    const bytes = makeArticle(result, `${contentDir}/${path}`, images, twin);
    return bytes ? { result, bytes } : { result };
  } catch (error) {
    const reason = `can't be read: ${(error as Error).message}`;
    const problem: Problem = { kind: 'unreadable', path, outcome: 'rejected', reason };
    return { result: { ...result, problems: [problem] } };
  }
}

/** Notes in `result` what becomes of the file, the row last: who has one is published. Returns the article's bytes. */
function makeArticle(
  result: FileResult,
  file: string,
  images: ImageStore,
  twin: string | undefined,
): Uint8Array | undefined {
  const { path } = result;
  // Before it is read: what is written to it meanwhile gives it another one.
  const mark = markFile(file);
  const source = readFileSync(file);
  if (mark) result.content = mark;
  result.hash = hashContent(source);
  const { value: article, problems } = parseArticle(path, source, (from, address) => {
    result.hasOwnPictures = true;
    return images.publish(from, address);
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
  const bytes = formatArticle(article);
  const hosts = listPictureHosts(article);
  if (hosts.length > 0) result.pictureHosts = hosts;
  result.fingerprint = buildFingerprint(article);
  result.row = buildListRow(article);
  return bytes;
}
