import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSummary } from '../model/Article.ts';
import { buildArticleId } from './article/articleId.ts';
import { parseArticle } from './article/parseArticle.ts';
import { findContentFiles } from './content/findContentFiles.ts';
import type { Parsed, Problem } from './content/Problem.ts';
import { buildLists } from './output/buildLists.ts';
import { ImageStore } from './output/ImageStore.ts';
import { ArchiveWriter, summarizeArticle } from './output/writeArchive.ts';
import type { Report } from './Report.ts';

export interface ArchiveOptions {
  contentDir: string;
  /** The archive files go to `archive/` below it. */
  outDir: string;
  onProgress?: (done: number, all: number) => void;
}

/**
 * Builds the archive files from a content folder. Articles are written as they are read; only their summaries are kept.
 * Equal content gives byte-equal files. Throws only where the folder itself is missing or the output can't be written.
 */
export function buildArchive({ contentDir, outDir, onProgress }: ArchiveOptions): Report {
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(
      `The content folder “${contentDir}” does not exist. CONTENT_DIR names the folder to read.`,
    );
  }
  const files = findContentFiles(contentDir);
  const writer = new ArchiveWriter(outDir);
  const images = new ImageStore(contentDir, writer);
  const summaries: ArticleSummary[] = [];
  const pathsById = new Map<string, string>();
  const problems: Problem[] = [...files.problems];

  files.value.forEach((path, index) => {
    const { value: article, problems: own } = readArticle(contentDir, path, images);
    problems.push(...own);
    if (article) {
      const other = pathsById.get(article.id);
      if (other !== undefined) {
        article.id = buildArticleId(
          article.category.split('/'),
          path.split('/').at(-1) ?? path,
          path,
        );
        problems.push({
          path,
          outcome: 'repaired',
          reason: `has the categories and the name of “${other}”: its id is made from its whole path`,
        });
      }
      pathsById.set(article.id, path);
      writer.writeArticle(article);
      summaries.push(summarizeArticle(article));
    }
    onProgress?.(index + 1, files.value.length);
  });

  const found = files.value.length + files.problems.length;
  const report: Report = {
    found,
    published: summaries.length,
    rejected: found - summaries.length,
    problems: problems.sort((a, b) =>
      a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1,
    ),
  };
  writer.writeLists(buildLists(summaries));
  writer.writeReport(report);
  return report;
}

/** Whatever goes wrong with one file costs that file and nothing else. */
function readArticle(
  contentDir: string,
  path: string,
  images: ImageStore,
): ReturnType<typeof parseArticle> {
  try {
    return parseArticle(path, readFileSync(join(contentDir, path)), images.publish);
  } catch (error) {
    const value = undefined;
    const result: Parsed<undefined> = {
      value,
      problems: [
        { path, outcome: 'rejected', reason: `can't be read: ${(error as Error).message}` },
      ],
    };
    return result;
  }
}
