import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_PATH, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { orderHead } from './orderHead.ts';

export interface PageParts {
  /** Addresses of the files that show an article. */
  readingView?: readonly string[];
  /** Draws the first screen from the page's data; gives HTML. */
  draw?: (data: string) => Promise<string>;
}

/**
 * Makes the two pages of a finished site from its `index.html`: each carries the archive files that its first screen needs,
 * so that the list stands with the script and without a second round trip.
 * `index.html` opens on the newest articles; `404.html`, which static hosts serve for addresses that are no file, mostly on an article:
 * it asks for the reading view's files at once. `index.html` also carries the first screen as HTML, which `public/early.js` shows to those
 * who come for the first time, on a phone: there the script takes a second.
 */
export async function addPageData(
  outDir: string,
  { readingView = [], draw }: PageParts = {},
): Promise<void> {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const catalogue = readFileSync(join(outDir, CATALOGUE_PATH), 'utf8');
  const links = readingView.map((address) =>
    address.endsWith('.js')
      ? `<link rel="modulepreload" crossorigin href="${address}">`
      : `<link rel="preload" as="style" crossorigin href="${address}">`,
  );
  const articlePage = insert(orderHead(page, links), buildData({ [CATALOGUE_PATH]: catalogue }));
  writeFileSync(join(outDir, '404.html'), articlePage);
  const files: Record<string, string> = { [CATALOGUE_PATH]: catalogue };
  const parsed = JSON.parse(catalogue) as Catalogue;
  for (const path of listNewestPages(parsed, parsed.root.list)) {
    files[path] = readFileSync(join(outDir, path), 'utf8');
  }
  const data = buildData(files);
  const listPage = insert(orderHead(page), data);
  const screen = draw
    ? `<div class="first-screen" inert aria-hidden="true">${await draw(data)}</div>`
    : '';
  writeFileSync(
    join(outDir, 'index.html'),
    listPage.replace('<div id="root">', (root) => root + screen),
  );
}

/** Makes one JSON text of archive files, by path. */
function buildData(files: Record<string, string>): string {
  const members = Object.entries(files).map(([path, json]) => `${JSON.stringify(path)}:${json}`);
  // `<` would be read as markup (`</script>`, `<!--`); inside JSON strings it may be written as an escape.
  return `{${members.join(',')}}`.replaceAll('<', '\\u003c');
}

/** Puts a JSON text into a data block, which is no script: browsers don't run it and policies don't forbid it. */
function insert(page: string, data: string): string {
  const block = `<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>\n  </body>`;
  return page.replace('</body>', () => block);
}
