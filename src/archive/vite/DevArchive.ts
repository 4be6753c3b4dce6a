import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Article } from '../../model/Article.ts';
import {
  ABOUT_PATH,
  buildListPagePath,
  buildTagFilePath,
  CATALOGUE_PATH,
  IMAGES_FOLDER,
} from '../../model/archivePaths.ts';
import { type ArticleListInfo, PAGE_SIZE } from '../../model/Catalogue.ts';
import { assignIds } from '../article/assignIds.ts';
import { type ParsedArticle, parseArticle } from '../article/parseArticle.ts';
import { ArticleNames, type NamedArticle } from '../links/ArticleNames.ts';
import { ArchiveWriter, formatArticle, summarizeArticle } from '../output/ArchiveWriter.ts';
import { type ArchiveLists, buildLists } from '../output/buildLists.ts';
import { formatListIds } from '../output/DraftList.ts';
import { ImageStore } from '../output/ImageStore.ts';
import { splitTags } from '../output/splitTags.ts';
import { buildAbout } from '../site/buildAbout.ts';
import { buildSiteInfo } from '../site/buildSiteInfo.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../site/SiteSettings.ts';
import { selectFiles } from '../site/selectFiles.ts';
import { DevIndex } from './DevIndex.ts';
import type { TaggedSummary } from './readIndexEntry.ts';

interface Parsed {
  time: number;
  article: Article | undefined;
  /** Those that its links were followed by; undefined where it has none. */
  names: ArticleNames | undefined;
}

/**
 * The archive while one works on it: answers the archive's paths from the content folder as it is now.
 * Only the front matter of all files is read at the start; an article is cleaned when it, or the list page it is on,
 * is asked for.
 */
export class DevArchive {
  private readonly contentDir: string;
  private readonly imageDir: string;
  private readonly images: ImageStore;
  private readonly index: DevIndex;
  private readonly site: SiteSettings;
  private readonly parsed = new Map<string, Parsed>();
  /** Paths by id. */
  private readonly paths = new Map<string, string>();
  private lists: ArchiveLists<TaggedSummary> | undefined;
  private names = new ArticleNames([]);

  /** `imageDir`: a folder for the pictures that lie beside articles. */
  constructor(
    contentDir: string,
    imageDir: string,
    index = new DevIndex(contentDir),
    site: SiteSettings = DEFAULT_SETTINGS,
  ) {
    this.contentDir = contentDir;
    this.site = site;
    this.index = index;
    this.imageDir = imageDir;
    this.images = new ImageStore(contentDir, new ArchiveWriter(imageDir));
  }

  /** Gives the file's content for an archive path, or undefined where there is no such file. */
  answer(path: string): string | Uint8Array | undefined {
    if (path === CATALOGUE_PATH) return JSON.stringify(this.readLists().catalogue);
    if (path === ABOUT_PATH) return this.answerAbout();
    const article = /^archive\/articles\/(\w+)\.json$/.exec(path)?.[1];
    if (article) return this.answerArticle(article);
    const [, list = '', page] = /^archive\/lists\/([\w-]+)\/(\d+)\.json$/.exec(path) ?? [];
    if (page && path === buildListPagePath(list, Number(page)))
      return this.answerPage(list, Number(page));
    const [, idsOf = '', ids] = /^archive\/lists\/([\w-]+)\/ids-(\w+)\.json$/.exec(path) ?? [];
    if (ids) return this.answerIds(idsOf, ids);
    const tagFile = /^archive\/tags\/(\d+)\.json$/.exec(path)?.[1];
    if (tagFile && path === buildTagFilePath(Number(tagFile)))
      return this.answerTags(Number(tagFile));
    if (path.startsWith(IMAGES_FOLDER) && !path.includes('..')) return this.answerImage(path);
    return undefined;
  }

  /** Takes up a change; call it with the path of the file that was added, changed or removed. */
  refresh(file: string): void {
    this.index.forget(relative(this.contentDir, file).split(sep).join('/'));
    this.lists = undefined;
  }

  /** Makes an article of a content file; its pictures are published. */
  parseFile(path: string, bytes: Uint8Array): ParsedArticle {
    this.readLists();
    const find = (href: string) => this.names.find(href, path);
    return parseArticle(path, bytes, this.images.publish, find);
  }

  private readLists(): ArchiveLists<TaggedSummary> {
    if (this.lists) return this.lists;
    this.paths.clear();
    const summaries: TaggedSummary[] = [];
    const named: NamedArticle[] = [];
    const files = selectFiles(this.contentDir, this.site);
    const { ids } = assignIds(files.paths);
    for (const path of files.paths) {
      const known = this.index.find(path);
      if (!known) continue;
      const summary = { ...known.summary, id: ids.get(path) ?? known.summary.id };
      this.paths.set(summary.id, path);
      summaries.push(summary);
      named.push({ id: summary.id, path, publishedAt: summary.publishedAt, ...known.names });
    }
    this.names = new ArticleNames(named);
    this.lists = buildLists(summaries, this.site);
    const findSummary = (id: string) => {
      const article = this.parse(id);
      return article && summarizeArticle(article);
    };
    const { publish } = this.images;
    const { info } = buildSiteInfo(this.site, {
      contentDir: this.contentDir,
      files,
      root: this.lists.catalogue.root,
      findSummary,
      publish,
    });
    this.lists.catalogue.site = info;
    return this.lists;
  }

  private answerAbout(): string | undefined {
    if (this.site.about === undefined) return undefined;
    try {
      const { page } = buildAbout(this.contentDir, this.site.about, this.images.publish);
      return JSON.stringify(page);
    } catch {
      // It has gone since the start.
      return undefined;
    }
  }

  private answerArticle(id: string): string | undefined {
    this.readLists();
    const article = this.parse(id);
    return article && formatArticle(article).toString();
  }

  private answerPage(list: string, page: number): string | undefined {
    const entries = this.findList(list)?.entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    if (!entries || entries.length === 0) return undefined;
    const summaries = entries.map((entry) => {
      const article = this.parse(entry.id);
      // A rejected file has a place in the lists here, and none in a build: its line says why it is empty.
      if (article) return summarizeArticle(article);
      const { tags: _, ...place } = entry;
      return { ...place, title: this.paths.get(entry.id) ?? entry.id };
    });
    return JSON.stringify(summaries);
  }

  private answerIds(list: string, ids: string): string | undefined {
    const found = this.findList(list);
    return found?.info.ids === ids ? formatListIds(found.entries) : undefined;
  }

  private answerTags(file: number): string | undefined {
    const { catalogue, tags } = this.readLists();
    const tagFile = splitTags(catalogue.tags, tags)[file];
    return tagFile && JSON.stringify(tagFile);
  }

  /** Gives a stored list, of a category or of a tag. */
  private findList(list: string): { info: ArticleListInfo; entries: TaggedSummary[] } | undefined {
    const { catalogue, lists, tags } = this.readLists();
    const [info, entries] = [catalogue.lists[list], lists.get(list)];
    if (info && entries) return { info, entries };
    const found = tags.find(({ tag }) => tag.list === list);
    return found && { info: found.tag, entries: found.entries };
  }

  private answerImage(path: string): Uint8Array | undefined {
    try {
      return readFileSync(join(this.imageDir, path));
    } catch {
      return undefined;
    }
  }

  private parse(id: string): Article | undefined {
    const path = this.paths.get(id);
    if (path === undefined) return undefined;
    try {
      const file = join(this.contentDir, path);
      const time = statSync(file).mtimeMs;
      const known = this.parsed.get(path);
      const { names } = this;
      if (known?.time === time && (known.names ?? names) === names) return known.article;
      const parsed = this.parseFile(path, readFileSync(file));
      const article = parsed.value;
      if (article) article.id = id;
      const isLinking = parsed.links !== undefined && parsed.links.length > 0;
      this.parsed.set(path, { time, article, names: isLinking ? names : undefined });
      return article;
    } catch {
      return undefined;
    }
  }
}
