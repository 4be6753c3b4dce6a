import { formatBeijingDay } from '../../model/beijingTime.ts';
import { type Category, listShown } from '../../model/Catalogue.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import { buildCategoryAddress } from '../feeds/pageAddresses.ts';
import { escapeHtml } from '../html/writeHtml.ts';
import type { PageRow } from './listPages.ts';

/** What a list shows without scripts. */
export interface PlainList {
  title: string;
  rows: readonly PageRow[];
  /** Lists that it leads on to. */
  links: readonly PlainLink[];
}

export interface PlainLink {
  name: string;
  href: string;
  count?: number;
}

/**
 * Writes a list as links, for those who come without scripts: readers, crawlers and archives reach every article from
 * the first page by these links alone.
 */
export function writePlainList({ title, rows, links }: PlainList, base: string): string {
  const heading = `<h1>${escapeHtml(title)}</h1>`;
  const items = rows.map(({ id, title: name, publishedAt }) => {
    const day = formatBeijingDay(publishedAt);
    const time = day === undefined ? '' : ` <time datetime="${day}">${day}</time>`;
    return `<li><a href="${base}a/${id}">${escapeHtml(name)}</a>${time}</li>`;
  });
  const ways = links.map(({ name, href, count }) => {
    const number = count === undefined ? '' : ` ${count.toLocaleString('en-US')}`;
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a>${number}</li>`;
  });
  return (
    `<main class="plain">${heading}` +
    (ways.length > 0 ? `<ul class="plain-ways">${ways.join('')}</ul>` : '') +
    `<ol class="plain-rows">\n${items.join('\n')}\n</ol></main>`
  );
}

/** Returns the links to the categories below one, and to the one above it. */
export function listWays(root: Category, category: Category, base: string): PlainLink[] {
  const above = category.path.split('/').slice(0, -1).join('/');
  const isRoot = category.path === '';
  const link = (each: Pick<Category, 'path' | 'name' | 'count'>): PlainLink[] => {
    const href = buildCategoryAddress(base, each.path);
    return href === undefined ? [] : [{ name: each.name, href, count: each.count }];
  };
  return [
    ...(isRoot ? [] : link({ path: above, name: findName(root, above), count: 0 }).map(dropCount)),
    ...listShown(category).flatMap(link),
  ];
}

function dropCount({ name, href }: PlainLink): PlainLink {
  return { name, href };
}

function findName(root: Category, path: string): string {
  if (path === '') return ALL;
  const below = root.children.find(
    (each) => path === each.path || path.startsWith(`${each.path}/`),
  );
  return below ? (below.path === path ? below.name : findName(below, path)) : path;
}

/** As `reader/words/words.ts` calls the list of all articles. */
export const ALL = '全部文章';

/** Writes the site's footer: the owner's lines, and the rights in the articles. */
export function writePlainFooter({ footer, licence, hasAbout }: SiteInfo, base: string): string {
  const lines = footer.map(({ text, link }) => {
    const href =
      link && (/^(?:https?:|mailto:)/i.test(link) ? link : base + link.replace(/^\/+/, ''));
    return href ? `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);
  });
  const all = [
    ...(hasAbout ? [`<a href="${base}about">关于</a>`] : []),
    ...lines,
    ...(licence === '' ? [] : [escapeHtml(licence)]),
  ];
  return all.length === 0 ? '' : `<footer class="plain">${all.join(' · ')}</footer>`;
}
