import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_PATH, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { orderHead } from './orderHead.ts';

export interface PageParts {
  /** Addresses of the files that show an article. */
  readingView?: readonly string[];
  /** The first list as HTML for those without scripts. */
  plain?: string;
  /** Draws the first screen from the data that `index.html` carries; gives HTML. */
  draw?: (data: string) => string;
}

/**
 * Makes the two pages of a finished site from its `index.html`: each carries the archive files that its first screen
 * needs, so that the list stands with the script and without a second round trip. `index.html` opens on the newest
 * articles; `404.html`, which static hosts serve for addresses that are no file, mostly on an article: it asks for
 * the reading view's files at once. `index.html` also carries the first screen as HTML, which `public/early.js` shows
 * to those who come for the first time, on a phone: there the script takes a second.
 */
export function addPageData(
  outDir: string,
  { readingView = [], plain = '', draw }: PageParts = {},
): void {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const links = readingView.map((address) =>
    address.endsWith('.js')
      ? `<link rel="modulepreload" crossorigin href="${address}">`
      : `<link rel="preload" as="style" crossorigin href="${address}">`,
  );
  const articlePage = insert(orderHead(page, links), buildData(outDir, [CATALOGUE_PATH]), '');
  writeFileSync(join(outDir, '404.html'), articlePage);
  const catalogue = JSON.parse(readFileSync(join(outDir, CATALOGUE_PATH), 'utf8')) as Catalogue;
  const newest = listNewestPages(catalogue, catalogue.root.list);
  const data = buildData(outDir, [CATALOGUE_PATH, ...newest]);
  const screen = draw
    ? `<div class="first-screen" inert aria-hidden="true">${draw(data)}</div>`
    : '';
  writeFileSync(
    join(outDir, 'index.html'),
    insert(orderHead(page), data, plain).replace('<div id="root">', (root) => root + screen),
  );
}

/** Makes one JSON text of archive files, by path. */
function buildData(outDir: string, paths: readonly string[]): string {
  const members = paths.map(
    (path) => `${JSON.stringify(path)}:${readFileSync(join(outDir, path), 'utf8')}`,
  );
  // `<` would be read as markup (`</script>`, `<!--`); inside JSON strings it may be written as an escape.
  return `{${members.join(',')}}`.replaceAll('<', '\\u003c');
}

/**
 * Makes a page of the app from the finished `index.html`. `paths`: archive files that it carries, in a data block,
 * which is no script: browsers don't run it and policies don't forbid it. `plain`: HTML for those without scripts.
 */
export function buildAppPage(outDir: string, paths: readonly string[], plain: string): string {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  return insert(orderHead(page), buildData(outDir, paths), plain);
}

function insert(page: string, data: string, plain: string): string {
  const block = `<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>\n`;
  const rest = plain === '' ? page : page.replace(/[ \t]*<noscript>[\s\S]*?<\/noscript>\n?/, '');
  const last = plain === '' ? '' : `<noscript>${plain}</noscript>\n`;
  return rest.replace('</body>', () => `${block}${last}  </body>`);
}
