import type { Article } from '../../model/Article.ts';
import { listNames } from '../../model/Catalogue.ts';
import type { HeadPicture, HeadSite } from './HeadSite.ts';

/** What is known of an article's page beside the article. */
export interface ArticlePage {
  address: string | undefined;
  description: string;
  /** Absolute. */
  picture: HeadPicture | undefined;
}

/**
 * Builds an article as linked data (schema.org, NewsArticle). The publisher is who published it first; the archive is
 * what it is a part of, and the original, where its address is known, is what it is based on.
 */
export function buildNewsArticle(article: Article, page: ArticlePage, site: HeadSite): object {
  const { publishedAt, updatedAt, tags = [], source } = article;
  const { address, description, picture } = page;
  const publisher = source || site.title;
  const authors = listAuthors(article);
  return {
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.originalTitle ? { alternativeHeadline: article.originalTitle } : {}),
    ...(description ? { description } : {}),
    ...(address ? { url: address, mainEntityOfPage: address } : {}),
    ...(picture ? { image: [buildImage(picture)] } : {}),
    ...(publishedAt ? { datePublished: formatDate(article, publishedAt) } : {}),
    ...(publishedAt && !updatedAt ? { dateModified: formatDate(article, publishedAt) } : {}),
    ...(updatedAt ? { dateModified: updatedAt } : {}),
    author: authors.length > 0 ? authors : [{ '@type': 'Organization', name: publisher }],
    publisher: { '@type': 'Organization', name: publisher },
    articleSection: listNames(site.root, article.category).at(-1),
    ...(tags.length > 0 ? { keywords: tags } : {}),
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(article.link ? { isBasedOn: article.link } : {}),
    isPartOf: { '@type': 'WebSite', name: site.title, ...(site.url ? { url: site.url } : {}) },
  };
}

/** Returns a date as it is known: of a day, without a time. */
export function formatDate({ isDayOnly }: Article, date: string): string {
  return isDayOnly ? date.slice(0, 10) : date;
}

function buildImage({ src, width, height }: HeadPicture): object {
  const size = width && height ? { width, height } : {};
  return { '@type': 'ImageObject', url: src, ...size };
}

/** What stands before names in a byline. */
const OFFICE = /(?:记者|作者|通讯员|评论员|观察员|实习生|撰文|文)[:：，,]?\s*/;
const NAME = /^[\p{Script=Han}·]{2,4}$/u;

/** Lists the authors: the names of the byline where they can be told apart, else the byline as it was printed. */
function listAuthors({ reporter }: Article): object[] {
  if (reporter === undefined) return [];
  const names = (reporter.split(OFFICE).at(-1) ?? '')
    .split(/[\s、，,]+/)
    .filter((name) => name !== '' && !/报道$|电$/.test(name));
  const isClear = names.length > 0 && names.every((name) => NAME.test(name));
  return (isClear ? names : [reporter]).map((name) => ({ '@type': 'Person', name }));
}
