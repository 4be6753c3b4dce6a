import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import type { Article, ArticleSummary } from '../../model/Article.ts';
import {
  buildArticlePath,
  buildListIdsPath,
  buildListPagePath,
  buildPageHashesPath,
  buildTagFilePath,
  CATALOGUE_PATH,
  REPORT_PATH,
} from '../../model/archivePaths.ts';
import { HASH_LENGTH, joinArticleHash, takeHashedPart } from '../../model/articleHash.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';
import { hashText } from '../../model/hashText.ts';
import { buildPageHashes } from '../../model/pageHashes.ts';
import { type FileMark, markOpenFile } from '../cache/fileMarks.ts';
import type { Report } from '../Report.ts';
import type { ArchiveLists, ListEntry } from './buildLists.ts';
import { formatListIds } from './DraftList.ts';
import { splitTags } from './splitTags.ts';

/** A row of the lists. */
export interface ListRow extends ListEntry {
  /** The ArticleSummary as JSON: it is written as often as lists hold it, and read by nothing in between. */
  json: string;
  /** When the article was changed last, where its file tells; not a part of lists. */
  updatedAt?: string;
}

/** Writes archive files below one output folder. Folders are made once each. Throws where a file can't be written. */
export class ArchiveWriter {
  private readonly folders = new Set<string>();
  private readonly outDir: string;

  constructor(outDir: string) {
    this.outDir = outDir;
  }

  /** Writes an article's file, as formatArticle gives it. Gives the file's mark. */
  writeArticle(id: string, bytes: Uint8Array): FileMark {
    return this.writeFile(buildArticlePath(id), bytes);
  }

  /**
   * Writes lists, tags and catalogue, and puts into them what ties pages and tags to this build. `contents`: the hash
   * of each content file.
   */
  writeLists({ catalogue, lists, tags }: ArchiveLists<ListRow>, contents: readonly string[]): void {
    for (const [id, list] of lists)
      this.writeList(id, catalogue.lists[id] as ArticleListInfo, list);
    for (const { tag, entries } of tags) this.writeList(tag.list, tag, entries);
    const build = hashText(JSON.stringify(catalogue) + contents.join());
    splitTags(catalogue.tags, tags, build).forEach((file, index) => {
      this.writeFile(buildTagFilePath(index), JSON.stringify(file));
    });
    this.writeFile(CATALOGUE_PATH, JSON.stringify({ ...catalogue, build }));
  }

  /** Writes the files of a list, and notes the hashes of its pages in `info`. */
  private writeList(id: string, info: ArticleListInfo, list: readonly ListRow[]): void {
    const texts: string[] = [];
    for (let start = 0; start < list.length; start += PAGE_SIZE) {
      const rows = list.slice(start, start + PAGE_SIZE);
      texts.push(`[${rows.map(({ json }) => json).join(',')}]`);
    }
    texts.forEach((text, index) => {
      this.writeFile(buildListPagePath(id, index + 1), text);
    });
    if (info.ids) this.writeFile(buildListIdsPath(id, info.ids), formatListIds(list));
    const { hashes, files } = buildPageHashes(info, texts);
    info.hashes = hashes;
    files.forEach((group, index) => {
      this.writeFile(buildPageHashesPath(id, index + 1), JSON.stringify(group));
    });
  }

  writeReport(report: Report): void {
    this.writeFile(REPORT_PATH, JSON.stringify(report, null, 1));
  }

  writeFile(path: string, data: string | Uint8Array): FileMark {
    const file = `${this.outDir}/${path}`;
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (!this.folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.folders.add(folder);
    }
    const descriptor = openSync(file, 'w');
    try {
      writeFileSync(descriptor, data);
      return markOpenFile(descriptor);
    } catch (error) {
      // What is said of a descriptor doesn't name the file.
      throw new Error(`“${file}” can't be written: ${(error as Error).message}`);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Gives the row that stands for an article in lists. */
export function buildListRow(article: Article): ListRow {
  const { id, category, otherCategories, publishedAt, updatedAt, tags } = article;
  const json = JSON.stringify(summarizeArticle(article));
  return {
    id,
    category,
    ...(otherCategories ? { otherCategories } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    ...(tags ? { tags } : {}),
    json,
  };
}

/** Returns a row that also names the ids that the article had before its file was moved or renamed. */
export function addFormerIds(row: ListRow, formerIds: readonly string[] = []): ListRow {
  if (formerIds.length === 0) return row;
  const kept = formerIds.slice(0, MOST_FORMER_IDS);
  const named = JSON.stringify({ formerIds: kept });
  return { ...row, formerIds: kept, json: `${row.json.slice(0, -1)},${named.slice(1)}` };
}

/** Copies of one article that were all removed leave as many ids; a row must stay small. */
const MOST_FORMER_IDS = 8;

/** Holds the place of an article's hash until it is known. */
const NO_HASH = '0'.repeat(HASH_LENGTH);

/** Gives the content of an article file: its JSON with the hash of itself in front (see `model/articleHash.ts`). */
export function formatArticle(article: Article): Buffer {
  const head = joinArticleHash(NO_HASH, '');
  const bytes = Buffer.from(head + takeHashedPart(JSON.stringify(article)));
  const ownHash = hash('sha256', bytes.subarray(head.length), 'base64url').slice(0, HASH_LENGTH);
  bytes.write(ownHash, head.indexOf(NO_HASH), 'latin1');
  return bytes;
}

/** Gives the part of an article that lists hold, keys in the contract's order. */
export function summarizeArticle(article: Article): ArticleSummary {
  const { id, title, publishedAt, category, source, leadImage } = article;
  const { isTitleMissing, isDayOnly, otherCategories } = article;
  const { excerpt, imageCount, characterCount } = article;
  return {
    id,
    title,
    ...(isTitleMissing && { isTitleMissing }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(isDayOnly && { isDayOnly }),
    category,
    ...(otherCategories && { otherCategories }),
    source,
    ...(leadImage && { leadImage }),
    excerpt,
    imageCount,
    characterCount,
  };
}
