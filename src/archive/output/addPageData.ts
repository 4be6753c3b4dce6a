import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_PATH, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { listNewestPages } from '../../model/newestPages.ts';
import { orderHead } from './orderHead.ts';

/**
 * Makes the two pages of a finished site from its `index.html`: each carries the archive files that its first screen needs,
 * so that the list stands with the script and without a second round trip.
 * `index.html` opens on the newest articles; `404.html`, which static hosts serve for addresses that are no file, mostly on an article:
 * it asks for the reading view's files (`readingView`, addresses) at once.
 */
export function addPageData(outDir: string, readingView: readonly string[] = []): void {
  const page = readFileSync(join(outDir, 'index.html'), 'utf8');
  const catalogue = readFileSync(join(outDir, CATALOGUE_PATH), 'utf8');
  const links = readingView.map((address) =>
    address.endsWith('.js')
      ? `<link rel="modulepreload" crossorigin href="${address}">`
      : `<link rel="preload" as="style" crossorigin href="${address}">`,
  );
  const articlePage = insert(orderHead(page, links), { [CATALOGUE_PATH]: catalogue });
  writeFileSync(join(outDir, '404.html'), articlePage);
  const files: Record<string, string> = { [CATALOGUE_PATH]: catalogue };
  const parsed = JSON.parse(catalogue) as Catalogue;
  for (const path of listNewestPages(parsed, parsed.root.list)) {
    files[path] = readFileSync(join(outDir, path), 'utf8');
  }
  writeFileSync(join(outDir, 'index.html'), insert(orderHead(page), files));
}

/** Puts JSON texts into a data block, which is no script: browsers don't run it and policies don't forbid it. */
function insert(page: string, files: Record<string, string>): string {
  const members = Object.entries(files).map(([path, json]) => `${JSON.stringify(path)}:${json}`);
  // `<` would be read as markup (`</script>`, `<!--`); inside JSON strings it may be written as an escape.
  const data = `{${members.join(',')}}`.replaceAll('<', '\\u003c');
  const block = `<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>\n  </body>`;
  return page.replace('</body>', () => block);
}
