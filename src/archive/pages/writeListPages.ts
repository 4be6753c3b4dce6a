import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatBeijingMonth } from '../../model/beijingTime.ts';
import { type Catalogue, type Category, listNames } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { buildCategoryAddress } from '../feeds/pageAddresses.ts';
import { buildListHead } from '../head/buildListHead.ts';
import type { HeadSite } from '../head/HeadSite.ts';
import { writeMeta, writeNames } from '../head/headLines.ts';
import { putHead } from '../head/putHead.ts';
import { ALL, listWays, type PlainLink, writePlainFooter, writePlainList } from './listHtml.ts';
import { readList } from './listPages.ts';

export interface ListPagesOptions {
  /** The folder of the finished app and archive. */
  outDir: string;
  base: string;
  catalogue: Catalogue;
  head: HeadSite;
  /** Makes a page of the app that carries some archive files; `plain` is for those without scripts. */
  buildPage: (paths: readonly string[], plain: string) => string;
}

/** Rows of a list's own page; the others are found by month. */
const ROWS = 100;

/**
 * Writes the page of each category, and for lists that are longer than a page one for each month. Those of the months
 * are plain: nothing in the app leads there. Returns the first page's list as HTML.
 */
export function writeListPages(options: ListPagesOptions): string {
  const { outDir, base, catalogue, head, buildPage } = options;
  let first = '';
  for (const category of listAll(catalogue.root)) {
    const { path, list } = category;
    if (category.count === 0 && path !== '') continue;
    const rows = readList(outDir, catalogue, list);
    const months = rows.length > ROWS ? groupByMonth(rows) : [];
    const title = path === '' ? ALL : (listNames(catalogue.root, path).at(-1) ?? '');
    const links = [
      ...listWays(catalogue.root, category, base),
      ...months.map(([month, { length }]): PlainLink => {
        return { name: month, href: buildMonthAddress(base, path, month), count: length };
      }),
    ];
    const footer = catalogue.site ? writePlainFooter(catalogue.site, base) : '';
    const plain = writePlainList({ title, rows: rows.slice(0, ROWS), links }, base) + footer;
    for (const [month, ofMonth] of months) {
      const back = buildCategoryAddress(base, path);
      const ways = back === undefined ? [] : [{ name: title, href: back }];
      const body = writePlainList({ title: `${title} ${month}`, rows: ofMonth, links: ways }, base);
      writePage(outDir, `m/${month}${path && `/${path}`}.html`, {
        page: buildPlainPage(buildPage([], ''), body + footer),
        head:
          writeNames(`${title} ${month} · ${head.title}`, '', undefined) +
          writeMeta('robots', 'noindex, follow'),
      });
    }
    if (path === '') first = plain;
    else if (buildCategoryAddress(base, path) !== undefined) {
      const page = buildPage(listNewestPages(catalogue, list), plain);
      writePage(outDir, `c/${path}.html`, { page, head: buildListHead(path, head) });
    }
  }
  return first;
}

function listAll(category: Category): Category[] {
  return [category, ...category.children.flatMap(listAll)];
}

/** Returns the rows by month as `2022-05`, in their order; those without a date under `0000-00`. */
function groupByMonth<Row extends { publishedAt?: string }>(
  rows: readonly Row[],
): [string, Row[]][] {
  const months = new Map<string, Row[]>();
  for (const row of rows) {
    const month = formatBeijingMonth(row.publishedAt) ?? UNDATED;
    const known = months.get(month);
    if (known) known.push(row);
    else months.set(month, [row]);
  }
  return [...months];
}

const UNDATED = '0000-00';

function buildMonthAddress(base: string, path: string, month: string): string {
  const address = buildCategoryAddress(base, path) ?? base;
  const below = path === '' ? '' : `/${address.slice(`${base}c/`.length)}`;
  return `${base}m/${month}${below}`;
}

/** Takes out of a page what starts the app. */
function buildPlainPage(page: string, body: string): string {
  const rest = page
    .replace(/[ \t]*<script\b[^>]*><\/script>\n?/g, '')
    .replace(/[ \t]*<link rel="(?:modulepreload|preload)"[^>]*>\n?/g, '');
  return rest.replace(/<body>[\s\S]*<\/body>/, () => `<body>${body}</body>`);
}

/** A name that the disk can't hold has no page: the app answers its address, with the host's 404. */
function writePage(outDir: string, path: string, { page, head }: { page: string; head: string }) {
  const file = join(outDir, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, putHead(page, head));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!/^(?:ENAMETOOLONG|EINVAL|ENOENT|ENOTDIR|EISDIR|EEXIST)$/.test(code)) throw error;
  }
}
