import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
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
import type { ArchiveLists } from './buildLists.ts';

/** Writes archive files below one output folder. Folders are made once each. */
export class ArchiveWriter {
  private readonly folders = new Set<string>();
  private readonly outDir: string;

  constructor(outDir: string) {
    this.outDir = outDir;
  }

  writeArticle(article: Article): void {
    this.writeFile(buildArticlePath(article.id), formatArticle(article));
  }

  writeLists({ catalogue, lists }: ArchiveLists): void {
    for (const [id, summaries] of lists) {
      for (let page = 1; (page - 1) * PAGE_SIZE < summaries.length; page++) {
        const rows = summaries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
        this.writeFile(buildListPagePath(id, page), JSON.stringify(rows));
      }
    }
    this.writeFile(CATALOGUE_PATH, JSON.stringify(catalogue));
  }

  writeReport(report: Report): void {
    this.writeFile(REPORT_PATH, JSON.stringify(report, null, 1));
  }

  writeFile(path: string, data: string | Uint8Array): void {
    const file = join(this.outDir, path);
    const folder = dirname(file);
    if (!this.folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.folders.add(folder);
    }
    writeFileSync(file, data);
  }
}

/** Gives the text of an article file: its JSON with the hash of itself in front (see `model/articleHash.ts`). */
export function formatArticle(article: Article): string {
  const rest = takeHashedPart(JSON.stringify(article));
  const hash = createHash('sha256').update(rest).digest('base64url').slice(0, HASH_LENGTH);
  return joinArticleHash(hash, rest);
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
