import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleSummary } from '../../model/Article.ts';
import type { Category } from '../../model/Catalogue.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import type { ImagePublisher } from '../article/publishImages.ts';
import type { Message } from '../command/Message.ts';
import { describeAccent } from './buildAccent.ts';
import { findValueLine } from './findLine.ts';
import { describeHead } from './headScripts.ts';
import { SITE_FILE } from './readSite.ts';
import type { SiteSettings } from './SiteSettings.ts';
import type { SelectedFiles } from './selectFiles.ts';
import { suggestName } from './suggestName.ts';

/** What readers see of the settings, and settings that have no effect. */
export interface BuiltSiteInfo {
  info: SiteInfo;
  warnings: Message[];
}

export interface SiteInfoSources {
  /** Where the site file is. */
  contentDir: string;
  /** What the owner's names of articles stand for. */
  files: Pick<SelectedFiles, 'paths' | 'takenDown' | 'pinned'>;
  /** The tree of categories. */
  root: Category;
  /** Returns a published article's summary by its id. */
  findSummary: (id: string) => ArticleSummary | undefined;
  /** Publishes the logo. */
  publish: ImagePublisher;
}

/** Builds the part of the catalogue that the owner has set. */
export function buildSiteInfo(
  site: SiteSettings,
  { contentDir, files, root, findSummary, publish }: SiteInfoSources,
): BuiltSiteInfo {
  const { title, description, footer, licence } = site;
  const describe: DescribeUnknown = (key, name, known, kind) =>
    describeUnknown(findPlace(contentDir, key, name), name, known, kind);
  const warnings: Message[] = [
    ...describeAccent(site.accent),
    ...describeHead(site),
    ...describeCategories(site, root, describe),
  ];
  const describeArticle = (key: string, name: string) =>
    describe(key, name, files.paths, { zh: '文章', en: 'article' });
  const pinned = files.pinned.flatMap(({ id }, index) => {
    const summary = findSummary(id);
    if (!summary) warnings.push(describeArticle('pinned', site.pinned[index] ?? id));
    return summary ?? [];
  });
  const takenDown: Record<string, string> = {};
  files.takenDown.forEach(({ id, path }, index) => {
    const { article = id, reason = '' } = site.takenDown[index] ?? {};
    takenDown[id] = reason;
    if (path === undefined) warnings.push(describeArticle('taken_down', article));
  });
  const logo = site.logo && publish(SITE_FILE, encodePathNames(site.logo));
  const info = {
    title,
    description,
    footer,
    licence,
    hasAbout: site.about !== undefined,
    ...(logo && 'src' in logo ? { logo } : {}),
    pinned,
    takenDown,
    ...(site.syncHosts.length > 0 && { syncHosts: site.syncHosts }),
  };
  return { info, warnings };
}

/** Tells of names that no category has: one that was to be hidden is not. */
function describeCategories(
  { order, names, hidden }: SiteSettings,
  root: Category,
  describe: DescribeUnknown,
): Message[] {
  const paths = listPaths(root);
  const known = [...paths, ...paths.map((path) => path.slice(path.lastIndexOf('/') + 1))];
  const used = {
    'categories.order': order,
    'categories.names': Object.keys(names),
    'categories.hidden': hidden,
  };
  return Object.entries(used).flatMap(([key, list]) =>
    list
      .filter((name) => !known.includes(name))
      .map((name) => describe(key, name, known, { zh: '分类', en: 'category' })),
  );
}

function listPaths({ path, children }: Category): string[] {
  return [...(path === '' ? [] : [path]), ...children.flatMap(listPaths)];
}

/** Tells of a name in the value of a key that stands for nothing. */
type DescribeUnknown = (
  key: string,
  name: string,
  known: readonly string[],
  kind: Message,
) => Message;

/** Returns `site.yaml:3 key`, with the line of the name. */
function findPlace(contentDir: string, key: string, name: string): string {
  const path = join(contentDir, SITE_FILE);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return `${SITE_FILE}:${findValueLine(text, key, name)} ${key}`;
}

function describeUnknown(
  place: string,
  name: string,
  known: readonly string[],
  kind: Message,
): Message {
  const meant = suggestName(name, known, 1);
  return {
    zh: `${place} 里的“${name}”没有对应的${kind.zh}${meant ? `；是不是想写“${meant}”？` : '。'}`,
    en: `${place}: “${name}” is no ${kind.en}${meant ? `; did you mean “${meant}”?` : '.'}`,
  };
}

/** As an address in an article is written, which is what pictures are published by. */
function encodePathNames(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
