import { listNames } from '../../model/Catalogue.ts';
import { findShownCategory } from '../feeds/listShownCategories.ts';
import { buildCategoryAddress } from '../feeds/pageAddresses.ts';
import { makeAbsolute, writeOpenGraph } from './buildArticleHead.ts';
import { buildBreadcrumbs } from './buildBreadcrumbs.ts';
import type { HeadSite } from './HeadSite.ts';
import {
  writeFeedLinks,
  writeLinkedData,
  writeMeta,
  writeNames,
  writeProperty,
} from './headLines.ts';

/**
 * Returns the lines of the head of a list's page, from the title on: of a category by its path, of the site's first
 * page for `''`. All text is escaped. A hidden category is kept out of search engines, and names no feed.
 */
export function buildListHead(path: string, site: HeadSite): string {
  const { url, root } = site;
  const isFirst = path === '';
  const names = listNames(root, path);
  const title = [...names.slice(-1), site.title].join(' · ');
  const description = [...names, site.description || site.title].join(' · ');
  const address = url === undefined ? undefined : buildCategoryAddress(url, path);
  const picture = makeAbsolute(site.card, site);
  return (
    writeNames(title, description, address) +
    (findShownCategory(root, path) ? '' : writeMeta('robots', 'noindex')) +
    writeProperty('og:type', 'website') +
    writeOpenGraph({ title, description, address, picture }, site) +
    (isFirst ? '' : writeFeedLinks(path, title, site)) +
    writeFeedLinks('', site.title, site) +
    writeLinkedData(
      isFirst
        ? [buildWebSite(site)]
        : [buildCollection(title, address, site), ...buildBreadcrumbs(path, site)],
    )
  );
}

function buildWebSite({ url, title, description, language }: HeadSite): object {
  return {
    '@type': 'WebSite',
    name: title,
    ...(description ? { description } : {}),
    ...(url ? { url } : {}),
    inLanguage: language,
  };
}

function buildCollection(name: string, address: string | undefined, site: HeadSite): object {
  return {
    '@type': 'CollectionPage',
    name,
    ...(address ? { url: address } : {}),
    inLanguage: site.language,
    isPartOf: { '@type': 'WebSite', name: site.title, ...(site.url ? { url: site.url } : {}) },
  };
}
