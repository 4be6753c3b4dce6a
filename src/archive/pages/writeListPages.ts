import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatBeijingMonth } from '../../model/beijingTime.ts';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { buildCategoryAddress } from '../feeds/pageAddresses.ts';
import { buildListHead } from '../head/buildListHead.ts';
import type { HeadSite } from '../head/HeadSite.ts';
import { writeMeta, writeNames } from '../head/headLines.ts';
import { putHead } from '../head/putHead.ts';
import {
  ALL,
  listWays,
  type PlainLink,
  type PlainList,
  writePlainFooter,
  writePlainList,
} from './listHtml.ts';
import type { PageList, PageRow } from './listPages.ts';

export interface ListPagesOptions {
  /** The folder of the finished app and archive. */
  outDir: string;
  base: string;
  catalogue: Catalogue;
  lists: readonly PageList[];
  head: HeadSite;
  /** Makes a page of the app that carries some archive files; `plain` is for those without scripts. */
  buildPage: (paths: readonly string[], plain: string) => string;
}

/** Rows of a list's own page; the others are found by month. */
export const ROWS = 100;
/** The month of articles without a date. */
const UNDATED = '0000-00';

/**
 * Writes the page of each category, and for lists that are longer than a page one for each month. Those of the months
 * are plain: nothing in the app leads there. Returns the first page's list as HTML.
 */
export function writeListPages(options: ListPagesOptions): string {
  const { outDir, base, catalogue, head, buildPage, lists } = options;
  const footer = catalogue.site ? writePlainFooter(catalogue.site, base) : '';
  let first = '';
  for (const { list, categories, rows } of lists) {
    // The lowest one names what all of them show.
    const lowest = categories.at(-1) as Category;
    const ways = listWays(catalogue.root, lowest, base);
    const months = listMonths(options, { list, title: nameCategory(lowest), rows, links: ways });
    for (const category of categories) {
      const { path } = category;
      const title = nameCategory(category);
      const links = [...listWays(catalogue.root, category, base), ...months];
      const plain = writePlainList({ title, rows: rows.slice(0, ROWS), links }, base) + footer;
      if (path === '') first = plain;
      else if (rows.length > 0 && buildCategoryAddress(base, path) !== undefined) {
        const page = buildPage(listNewestPages(catalogue, list), plain);
        writePage(outDir, `c/${path}.html`, { page, head: buildListHead(path, head) });
      }
    }
  }
  return first;
}

/** Writes the pages of a list's months, where it is longer than a page, and returns the links to them. */
export function listMonths(
  { outDir, base, catalogue, head, buildPage }: ListPagesOptions,
  { list, title, rows, links }: PlainList & { list: string },
): PlainLink[] {
  if (rows.length <= ROWS) return [];
  const footer = catalogue.site ? writePlainFooter(catalogue.site, base) : '';
  const plainPage = buildPlainPage(buildPage([], ''));
  return groupByMonth(rows).map(([month, ofMonth]) => {
    const name = `${title} ${month}`;
    writePage(outDir, `m/${list}/${month}.html`, {
      page: plainPage(writePlainList({ title: name, rows: ofMonth, links }, base) + footer),
      head: writeNames(`${name} · ${head.title}`, '', undefined) + NO_INDEX,
    });
    return { name: month, href: `${base}m/${list}/${month}`, count: ofMonth.length };
  });
}

/** Search engines find what it lists by the sitemap, and follow it all the same. */
const NO_INDEX = writeMeta('robots', 'noindex, follow');

function nameCategory({ path, name }: Category): string {
  return path === '' ? ALL : name;
}

/** Returns the rows by month as `2022-05`, in their order. */
function groupByMonth(rows: readonly PageRow[]): [string, PageRow[]][] {
  const months = new Map<string, PageRow[]>();
  for (const row of rows) {
    const month = formatBeijingMonth(row.publishedAt) ?? UNDATED;
    const known = months.get(month);
    if (known) known.push(row);
    else months.set(month, [row]);
  }
  return [...months];
}

/** Takes out of a page what starts the app; returns what puts a body into it. */
function buildPlainPage(page: string): (body: string) => string {
  const rest = page
    .replace(/[ \t]*<script\b[^>]*><\/script>\n?/g, '')
    .replace(/[ \t]*<link rel="(?:modulepreload|preload)"[^>]*>\n?/g, '');
  const [start = ''] = rest.split('<body>');
  return (body) => `${start}<body>${body}</body>\n</html>\n`;
}

/** A name that the disk can't hold has no page: the app answers its address, with the host's 404. */
export function writePage(
  outDir: string,
  path: string,
  { page, head }: { page: string; head: string },
) {
  const file = join(outDir, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, putHead(page, head));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^(?:ENAMETOOLONG|ERR_INVALID_ARG_VALUE|EINVAL|ENOENT|ENOTDIR|EISDIR|EEXIST)$/.test(code))
      throw error;
  }
}
