import type { Article } from '../../model/Article.ts';
import { listNames } from '../../model/Catalogue.ts';
import { findShownCategory } from '../feeds/listShownCategories.ts';
import { buildArticleAddress } from '../feeds/pageAddresses.ts';
import { buildBreadcrumbs } from './buildBreadcrumbs.ts';
import { buildDescription } from './buildDescription.ts';
import { buildNewsArticle, formatDate } from './buildNewsArticle.ts';
import { buildPictureAddress, type HeadPicture, type HeadSite } from './HeadSite.ts';
import {
  writeFeedLinks,
  writeLinkedData,
  writeMeta,
  writeNames,
  writeProperty,
} from './headLines.ts';

/**
 * Returns the lines of an article page's head, from the title on, each ending in a line break; all text is escaped.
 * `putHead` puts them into a page. What stands in a hidden category is kept out of search engines, as it is out of all
 * lists.
 */
export function buildArticleHead(article: Article, site: HeadSite): string {
  const { title, category, otherCategories = [], publishedAt, updatedAt } = article;
  const address = site.url && buildArticleAddress(site.url, article.id);
  const description = buildDescription(article.html) || article.excerpt;
  const picture = choosePicture(article, site);
  const section = listNames(site.root, category).at(-1);
  const isShown = [category, ...otherCategories].every((path) =>
    findShownCategory(site.root, path),
  );
  const date = publishedAt && formatDate(article, publishedAt);
  return (
    writeNames(`${title} · ${site.title}`, description, address) +
    (isShown ? '' : writeMeta('robots', 'noindex')) +
    writeMeta('author', article.reporter || article.source) +
    writeProperty('og:type', 'article') +
    writeOpenGraph(
      { title, description, address, picture, alt: article.leadImage?.caption },
      site,
    ) +
    writeProperty('article:published_time', date) +
    writeProperty('article:modified_time', updatedAt) +
    writeProperty('article:section', section) +
    (article.tags ?? []).map((tag) => writeProperty('article:tag', tag)).join('') +
    (isShown ? writeFeedLinks(category, `${section} · ${site.title}`, site) : '') +
    writeFeedLinks('', site.title, site) +
    writeLinkedData([
      buildNewsArticle(article, { address, description, picture }, site),
      ...buildBreadcrumbs(category, site, { name: title, address }),
    ])
  );
}

/** What previews show of a page. */
export interface Preview {
  title: string;
  description: string;
  address: string | undefined;
  /** Absolute. */
  picture: HeadPicture | undefined;
  /** The picture in words. */
  alt?: string | undefined;
}

/** Returns the lines of Open Graph that all pages have, and what Twitter asks for beside them. */
export function writeOpenGraph(preview: Preview, site: HeadSite): string {
  const { title, description, address, picture, alt } = preview;
  return (
    writeProperty('og:site_name', site.title) +
    writeProperty('og:locale', site.language.replace('-', '_')) +
    writeProperty('og:title', title) +
    writeProperty('og:description', description) +
    writeProperty('og:url', address) +
    (picture
      ? writeProperty('og:image', picture.src) +
        writeProperty('og:image:width', picture.width) +
        writeProperty('og:image:height', picture.height) +
        writeProperty('og:image:alt', alt || title)
      : '') +
    writeMeta('twitter:card', picture ? 'summary_large_image' : 'summary')
  );
}

/** Returns the article's own picture, else the site's card; previews take no SVG. */
function choosePicture({ leadImage }: Article, site: HeadSite): HeadPicture | undefined {
  const own = leadImage && !/\.svg(?:[?#]|$)/i.test(leadImage.src) ? leadImage : undefined;
  return makeAbsolute(own, site) ?? makeAbsolute(site.card, site);
}

/** Returns a picture with an absolute address, or undefined where that is not known. */
export function makeAbsolute(
  picture: HeadPicture | undefined,
  site: HeadSite,
): HeadPicture | undefined {
  const src = picture && buildPictureAddress(picture.src, site);
  return picture && src !== undefined ? { ...picture, src } : undefined;
}
