import { hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import type { Article, ArticleSummary } from '../../model/Article.ts';
import {
  buildArticlePath,
  buildListPagePath,
  CATALOGUE_PATH,
  REPORT_PATH,
} from '../../model/archivePaths.ts';
import { HASH_LENGTH, joinArticleHash, takeHashedPart } from '../../model/articleHash.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import { type FileMark, markOpenFile } from '../fileMarks.ts';
import type { Report } from '../Report.ts';
import type { ArchiveLists, ListEntry } from './buildLists.ts';
import { encodeUtf8 } from './encodeUtf8.ts';

/** A row of the lists. */
export interface ListRow extends ListEntry {
  /** The ArticleSummary as JSON: it is written as often as lists hold it, and read by nothing in between. */
  json: string;
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

  writeLists({ catalogue, lists }: ArchiveLists<ListRow>): void {
    for (const [id, list] of lists) {
      for (let page = 1; (page - 1) * PAGE_SIZE < list.length; page++) {
        const rows = list.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
        this.writeFile(buildListPagePath(id, page), `[${rows.map(({ json }) => json).join(',')}]`);
      }
    }
    this.writeFile(CATALOGUE_PATH, JSON.stringify(catalogue));
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
      writeFileSync(descriptor, typeof data === 'string' ? encodeUtf8(data) : data);
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
  const { id, category, publishedAt } = article;
  const json = JSON.stringify(summarizeArticle(article));
  return { id, category, ...(publishedAt ? { publishedAt } : {}), json };
}

/** Holds the place of an article's hash until it is known. */
const NO_HASH = '0'.repeat(HASH_LENGTH);

/** Gives the content of an article file: its JSON with the hash of itself in front (see `model/articleHash.ts`). */
export function formatArticle(article: Article): Buffer {
  const head = joinArticleHash(NO_HASH, '');
  const bytes = encodeUtf8(head, takeHashedPart(JSON.stringify(article)));
  const ownHash = hash('sha256', bytes.subarray(head.length), 'base64url').slice(0, HASH_LENGTH);
  bytes.write(ownHash, head.indexOf(NO_HASH), 'latin1');
  return bytes;
}

/** Gives the part of an article that lists hold, keys in the contract's order. */
export function summarizeArticle(article: Article): ArticleSummary {
  const {
    html: _html,
    originalTitle: _title,
    editor: _editor,
    reporter: _reporter,
    sourceLine: _line,
    stocks: _stocks,
    images: _images,
    hasMissingVideo: _video,
    ...summary
  } = article;
  return summary;
}
