import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Article, ArticleSummary } from '../../model/Article.ts';
import {
  buildArticlePath,
  buildListPagePath,
  CATALOGUE_PATH,
  REPORT_PATH,
} from '../../model/archivePaths.ts';
import { HASH_LENGTH, joinArticleHash, takeHashedPart } from '../../model/articleHash.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import type { Report } from '../Report.ts';
import type { ArchiveLists, ListEntry } from './buildLists.ts';

/** A row of the lists. */
export interface ListRow extends ListEntry {
  /** The ArticleSummary as JSON: it is written as often as lists hold it, and read by nothing in between. */
  json: string;
}

/** Writes archive files below one output folder. Folders are made once each. */
export class ArchiveWriter {
  private readonly folders = new Set<string>();
  private readonly outDir: string;

  constructor(outDir: string) {
    this.outDir = outDir;
  }

  /** Never writes into a file that is there: it may be shared with the cache and with other outputs. */
  writeArticle(article: Article): void {
    const path = buildArticlePath(article.id);
    const bytes = formatArticle(article);
    try {
      this.writeFile(path, bytes, 'wx');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      rmSync(join(this.outDir, path), { force: true });
      this.writeFile(path, bytes);
    }
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

  writeFile(path: string, data: string | Uint8Array, flag: 'w' | 'wx' = 'w'): void {
    const file = join(this.outDir, path);
    const folder = dirname(file);
    if (!this.folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.folders.add(folder);
    }
    writeFileSync(file, data, { flag });
  }
}

/** Gives the row that stands for an article in lists. */
export function buildListRow(article: Article): ListRow {
  const { id, category, publishedAt } = article;
  const json = JSON.stringify(summarizeArticle(article));
  return { id, category, ...(publishedAt ? { publishedAt } : {}), json };
}

/** Gives the content of an article file: its JSON with the hash of itself in front (see `model/articleHash.ts`). */
export function formatArticle(article: Article): Buffer {
  const rest = Buffer.from(takeHashedPart(JSON.stringify(article)));
  const ownHash = hash('sha256', rest, 'base64url').slice(0, HASH_LENGTH);
  return Buffer.concat([Buffer.from(joinArticleHash(ownHash, '')), rest]);
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
