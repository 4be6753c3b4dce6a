import { statSync } from 'node:fs';
import type { ArticleSummary } from '../model/Article.ts';
import { ABOUT_PATH, buildArticlePath, ID_HISTORY_PATH } from '../model/archivePaths.ts';
import { assignIds } from './article/assignIds.ts';
import type { BuildCache } from './cache/BuildCache.ts';
import { ExpectedError, type Message } from './command/Message.ts';
import type { ContentFiles, LeftOut } from './content/findContentFiles.ts';
import type { Problem } from './content/Problem.ts';
import { writeFeeds } from './feeds/writeFeeds.ts';
import { writeSitemap } from './feeds/writeSitemap.ts';
import type { ArticleLinks } from './links/linkArticles.ts';
import { findChangedLinks } from './links/linkFiles.ts';
import { followIds, listFormerIds, type PresentArticle } from './moves/followIds.ts';
import { formatIdHistory, readIdHistory } from './moves/idHistory.ts';
import { ArchiveWriter, addFormerIds } from './output/ArchiveWriter.ts';
import { buildLists } from './output/buildLists.ts';
import type { Counted } from './output/checkShrink.ts';
import { ImageStore } from './output/ImageStore.ts';
import type { StandingOutput } from './output/StandingOutput.ts';
import { type FileResult, processFile } from './processFile.ts';
import { processFiles } from './processFiles.ts';
import type { Report } from './Report.ts';
import { buildSearchIndex, type SearchIndexOptions } from './search/buildSearchIndex.ts';
import type { WorkerLoader } from './shareOut.ts';
import { buildAbout } from './site/buildAbout.ts';
import { buildSiteInfo } from './site/buildSiteInfo.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from './site/SiteSettings.ts';
import { selectFiles } from './site/selectFiles.ts';

export interface ArchiveOptions {
  contentDir: string;
  /** What the owner has set. */
  site?: SiteSettings;
  /** The archive files go to `archive/` below it. */
  outDir: string;
  /** Without it, everything runs in this thread. */
  loadWorker?: WorkerLoader;
  cache?: BuildCache;
  /**
   * The output that this one will replace. Articles that are the same there are not written to `outDir`: they come
   * with `replaceWith`.
   */
  standing?: StandingOutput;
  /** The output that this one will replace: its id history tells which articles were moved or renamed since. */
  previousDir?: string;
  onProgress?: (done: number, all: number) => void;
  /** Called when the articles are counted, before the lists are written; may throw to end the build. */
  onCounted?: (counted: Counted) => void;
  /** Builds the search index, too. */
  search?: SearchOptions;
}

export interface SearchOptions
  extends Pick<SearchIndexOptions, 'folder' | 'key' | 'sizes' | 'onProgress'> {
  /** Where the articles are that are not written to the output folder. */
  standingDir?: string;
}

/**
 * Builds the archive files from a content folder. Articles are written as they are read; only their summaries are kept.
 * Equal content gives byte-equal files, with a cache or without, in one thread or in many. What tells of moved articles
 * (the id history, the files at their former addresses, `formerIds` in lists) depends on the history before, too.
 * Throws only where the folder itself is missing or the output can't be written.
 */
export async function buildArchive(options: ArchiveOptions): Promise<Report> {
  const { contentDir, outDir, cache, onProgress, site = DEFAULT_SETTINGS } = options;
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ExpectedError({
      zh: `没有内容文件夹“${contentDir}”，什么都没有写。要读的文件夹写在 .env 或环境变量的 CONTENT_DIR 里。`,
      en: `The content folder “${contentDir}” does not exist; nothing was written. CONTENT_DIR, in .env or the environment, names the folder to read.`,
    });
  }
  const files = selectFiles(contentDir, site);
  const results = new Map<string, FileResult>();
  const fresh: string[] = [];
  const { ids, twins } = assignIds(files.paths);

  for (const path of files.paths) {
    const result = cache?.take(path, ids.get(path), contentDir, options.standing);
    if (result) results.set(path, result);
    else if (!twins.has(path)) fresh.push(path);
  }

  const take = (list: readonly FileResult[]) => {
    for (const result of list) {
      results.set(result.path, result);
      cache?.put(result);
    }
    onProgress?.(results.size, files.paths.length);
  };
  const writer = new ArchiveWriter(outDir);
  const images = new ImageStore(contentDir, writer);
  const readTwin = (path: string, linked?: ArticleLinks) =>
    processFile(contentDir, path, { writer, images }, { twin: twins.get(path), linked });
  onProgress?.(results.size, files.paths.length);
  await processFiles(fresh, { ...options, onResults: take });
  take([...twins.keys()].filter((path) => !results.has(path)).map((path) => readTwin(path)));

  const linked = findChangedLinks(files.paths.map((path) => results.get(path) as FileResult));
  const again = [...linked.keys()];
  await processFiles(
    again.filter((path) => !twins.has(path)),
    { ...options, linked, onResults: take },
  );
  take(again.filter((path) => twins.has(path)).map((path) => readTwin(path, linked.get(path))));

  const ordered = files.paths.map((path) => results.get(path) as FileResult);
  const present = listPresent(ordered);
  const history = followIds(readIdHistory(options.previousDir), present);
  const former = listFormerIds(history);
  options.onCounted?.({
    published: ordered.filter(({ row }) => row).length,
    isKept: (id) => present.has(id) || history.get(id)?.movedTo !== undefined,
  });
  const rows = ordered.flatMap(({ row, hash }) =>
    row ? { ...addFormerIds(row, former.get(row.id)), hash } : [],
  );
  const lists = buildLists(rows, site);
  const { publish } = images;
  const findSummary = (id: string) => {
    const row = rows.find((each) => each.id === id);
    return row && (JSON.parse(row.json) as ArticleSummary);
  };
  const { info, warnings } = buildSiteInfo(site, {
    contentDir,
    files,
    root: lists.catalogue.root,
    findSummary,
    publish,
  });
  lists.catalogue.site = info;
  const about = site.about === undefined ? undefined : buildAbout(contentDir, site.about, publish);
  if (about) writer.writeFile(ABOUT_PATH, JSON.stringify(about.page));
  writer.writeFile(ID_HISTORY_PATH, formatIdHistory(history));
  const redirects = [...former].flatMap(([movedTo, from]) =>
    // An article that was taken down leads nowhere, even where another one is like it.
    from.filter((id) => !(id in info.takenDown)).map((id) => ({ id, movedTo })),
  );
  for (const { id, movedTo } of redirects)
    writer.writeFile(buildArticlePath(id), JSON.stringify({ movedTo }));
  const report = buildReport(ordered, files, {
    warnings: [...warnings, ...(about?.warnings ?? [])],
    pictureHosts: about?.pictureHosts ?? [],
    redirects: redirects.length,
  });
  writer.writeLists(lists, [
    ...ordered.flatMap(({ row, hash }) => (row ? [hash] : [])),
    ...(about ? [JSON.stringify(about.page)] : []),
  ]);
  if (site.report) writer.writeReport(report);
  cache?.save();
  const { standing } = options;
  const { url } = site;
  if (url !== undefined) {
    writeSitemap({ url, lists, writer });
    const sources = standing ? [outDir, standing.place] : [outDir];
    if (site.feeds) await writeFeeds({ site, url, lists, sources, writer });
  }
  if (options.search) {
    const { list } = lists.catalogue.root;
    const { standingDir, ...search } = options.search;
    await buildSearchIndex({
      ...search,
      loadWorker: options.loadWorker,
      outDir,
      sources: standingDir === undefined ? [outDir] : [outDir, standingDir],
      list,
      articles: lists.lists.get(list) ?? [],
    });
  }
  return report;
}

/** An output that has none, or none at all, has no history. */
function listPresent(results: readonly FileResult[]): Map<string, PresentArticle> {
  const present = new Map<string, PresentArticle>();
  for (const { row, fingerprint } of results) {
    if (row && fingerprint)
      present.set(row.id, { ...fingerprint, isDated: row.publishedAt !== undefined });
  }
  return present;
}

/** Tells of exact twins: articles with the same title, date and text as one before them. */
function findSameArticles(results: readonly FileResult[]): Problem[] {
  const first = new Map<string, string>();
  return results.flatMap(({ path, fingerprint }): Problem[] => {
    if (!fingerprint) return [];
    const key = fingerprint.headline + fingerprint.text;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
      return [];
    }
    const reason = {
      zh: `和“${other}”是同一篇文章：标题、日期、正文都一样`,
      en: `is the same article as “${other}”: same title, date and text`,
    };
    return [{ kind: 'same-article', path, outcome: 'noticed', reason }];
  });
}

function buildReport(
  all: readonly FileResult[],
  { problems: unread, leftOut }: ContentFiles,
  others: { warnings: Message[]; pictureHosts: string[]; redirects: number },
): Report {
  const results = all.filter(({ isDraft }) => !isDraft);
  const drafts = all.filter(({ isDraft }) => isDraft);
  const unpublished = drafts.map(({ path }): LeftOut => ({ path, reason: 'unpublished' }));
  const published = results.filter((result) => result.row !== undefined).length;
  const found = results.length + unread.length;
  const problems = [
    ...results.flatMap((result) => result.problems),
    ...unread,
    ...findSameArticles(results),
  ];
  const order = (a: Problem, b: Problem) => {
    if (a.path === b.path) return (a.line ?? 0) - (b.line ?? 0);
    return a.path < b.path ? -1 : 1;
  };
  const hosts = new Set(others.pictureHosts);
  for (const result of results) for (const host of result.pictureHosts ?? []) hosts.add(host);
  return {
    found,
    published,
    rejected: found - published,
    leftOut: [...leftOut, ...unpublished].sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems: problems.sort(order),
    redirects: others.redirects,
    warnings: others.warnings,
    pictureHosts: [...hosts].sort(),
  };
}
