import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildTwinId } from './article/articleId.ts';
import { buildFingerprint, type Fingerprint } from './article/buildFingerprint.ts';
import { parseArticle } from './article/parseArticle.ts';
import type { ImagePublisher } from './article/publishImages.ts';
import { type FileMark, markFile } from './cache/fileMarks.ts';
import { describeUnreadable, type Problem } from './content/Problem.ts';
import type { OtherNames } from './links/ArticleNames.ts';
import type { ArticleLinks } from './links/linkArticles.ts';
import {
  type ArchiveWriter,
  buildListRow,
  formatArticle,
  type ListRow,
} from './output/ArchiveWriter.ts';
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
  /** It is not meant to be published: neither an article nor rejected. */
  isDraft?: true;
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
  /** By which names other files may speak of the article. */
  names?: OtherNames;
  /** Addresses in the article that may be those of other articles. */
  links?: string[];
  /** Those that lead to articles, as the article's file was written. */
  linked?: ArticleLinks;
}

/** What is known of one file alone. */
export interface FileFacts {
  /** A file whose path would give the same id (`article/assignIds.ts`). */
  twin?: string | undefined;
  /** The articles that its links lead to. */
  linked?: ArticleLinks | undefined;
}

/** Where the files of articles and their pictures go. */
export interface FileOutputs {
  writer: ArchiveWriter;
  images: ImageStore;
}

/** Gives the fingerprint by which the build cache knows a file's content. */
export function hashContent(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'base64');
}

/**
 * Reads, cleans and publishes one content file. Whatever goes wrong with it costs this file and nothing else; throws
 * only where the output can't be written.
 */
export function processFile(
  contentDir: string,
  path: string,
  { writer, images }: FileOutputs,
  facts: FileFacts = {},
): FileResult {
  const result: FileResult = { path, problems: [], hash: '', hasOwnPictures: false };
  let bytes: Uint8Array | undefined;
  try {
    bytes = makeArticle(result, `${contentDir}/${path}`, images, facts);
  } catch (error) {
    const reason = describeUnreadable(error);
    return { ...result, problems: [{ kind: 'unreadable', path, outcome: 'rejected', reason }] };
  }
  if (bytes && result.row) result.article = writer.writeArticle(result.row.id, bytes);
  return result;
}

/** Notes in `result` what becomes of the file, the row last: who has one is published. Returns the article's bytes. */
function makeArticle(
  result: FileResult,
  file: string,
  images: ImageStore,
  { twin, linked = {} }: FileFacts,
): Uint8Array | undefined {
  const { path } = result;
  // Before it is read: what is written to it meanwhile gives it another one.
  const mark = markFile(file);
  const source = readFileSync(file);
  if (mark) result.content = mark;
  result.hash = hashContent(source);
  const publishImage: ImagePublisher = (from, address) => {
    result.hasOwnPictures = true;
    return images.publish(from, address);
  };
  const parsed = parseArticle(path, source, publishImage, (href) => linked[href]);
  const { value: article, problems } = parsed;
  result.problems = problems;
  if (parsed.isDraft) result.isDraft = true;
  if (!article) return undefined;
  if (twin !== undefined) {
    article.id = buildTwinId(path);
    const reason = {
      zh: `路径和“${twin}”只差文字的 Unicode 写法：编号按路径原样另算`,
      en:
        `has the path of “${twin}” but for the Unicode form of its letters: ` +
        'its id is made from the path as it stands',
    };
    problems.push({ kind: 'same-id', path, outcome: 'repaired', reason });
  }
  const bytes = formatArticle(article);
  const hosts = listPictureHosts(article);
  if (hosts.length > 0) result.pictureHosts = hosts;
  if (parsed.links && parsed.links.length > 0) result.links = parsed.links;
  if (parsed.names) result.names = parsed.names;
  if (Object.keys(linked).length > 0) result.linked = linked;
  result.fingerprint = buildFingerprint(article);
  result.row = buildListRow(article);
  return bytes;
}
