import type { ArticleSummary } from '../../model/Article.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import type { ImagePublisher } from '../article/publishImages.ts';
import type { Message } from '../command/Message.ts';
import { describeAccent } from './buildAccent.ts';
import { describeHead } from './headScripts.ts';
import { SITE_FILE } from './readSite.ts';
import type { SiteSettings } from './SiteSettings.ts';
import type { SelectedFiles } from './selectFiles.ts';

/** What readers see of the settings, and settings that have no effect. */
export interface BuiltSiteInfo {
  info: SiteInfo;
  warnings: Message[];
}

export interface SiteInfoSources {
  /** What the owner's names of articles stand for. */
  files: Pick<SelectedFiles, 'takenDown' | 'pinned'>;
  /** Returns a published article's summary by its id. */
  findSummary: (id: string) => ArticleSummary | undefined;
  /** Publishes the logo. */
  publish: ImagePublisher;
}

/** Builds the part of the catalogue that the owner has set. */
export function buildSiteInfo(
  site: SiteSettings,
  { files, findSummary, publish }: SiteInfoSources,
): BuiltSiteInfo {
  const { title, description, footer, licence } = site;
  const warnings: Message[] = [...describeAccent(site.accent), ...describeHead(site)];
  const pinned = files.pinned.flatMap(({ id }, index) => {
    const summary = findSummary(id);
    if (!summary) warnings.push(describeUnknown('pinned', site.pinned[index] ?? id));
    return summary ?? [];
  });
  const takenDown: Record<string, string> = {};
  files.takenDown.forEach(({ id, path }, index) => {
    const { article = id, reason = '' } = site.takenDown[index] ?? {};
    takenDown[id] = reason;
    if (path === undefined) warnings.push(describeUnknown('taken_down', article));
  });
  const logo = site.logo && publish(SITE_FILE, encodePathNames(site.logo));
  const info = {
    title,
    description,
    footer,
    licence,
    hasAbout: site.about !== undefined,
    ...(logo && typeof logo !== 'string' ? { logo } : {}),
    pinned,
    takenDown,
    ...(site.syncHosts.length > 0 && { syncHosts: site.syncHosts }),
  };
  return { info, warnings };
}

function describeUnknown(key: string, name: string): Message {
  return {
    zh: `${SITE_FILE} 的 ${key} 里的“${name}”没有对应的文章。`,
    en: `“${name}” in ${key} of ${SITE_FILE} is no article.`,
  };
}

/** As an address in an article is written, which is what pictures are published by. */
function encodePathNames(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
