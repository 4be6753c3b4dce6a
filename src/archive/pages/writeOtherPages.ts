import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AboutPage } from '../../model/AboutPage.ts';
import type { MovedArticle } from '../../model/Article.ts';
import { ABOUT_PATH, ARTICLES_FOLDER } from '../../model/archivePaths.ts';
import { writeMeta, writeNames } from '../head/headLines.ts';
import { putHead } from '../head/putHead.ts';
import { escapeHtml } from '../html/writeHtml.ts';
import { buildPagePath } from './drawPages.ts';
import type { ListPagesOptions } from './writeListPages.ts';

/** The app's own screens, which show what is on the reader's device: nothing that a search engine should list. */
const SCREENS = ['saved', 'history', 'notes', 'search', 'offline'];

/** Writes a page for each address of the app that is neither an article nor a list, so that hosts know it. */
export function writeScreens({ outDir, head, buildPage }: ListPagesOptions): void {
  const write = (name: string, plain: string, lines: string) =>
    writeFileSync(join(outDir, `${name}.html`), putHead(buildPage([], plain), lines));
  const robots = writeMeta('robots', 'noindex');
  for (const name of SCREENS) write(name, '', writeNames(head.title, '', undefined) + robots);
  const file = join(outDir, ABOUT_PATH);
  if (!existsSync(file)) return;
  const { title, html } = JSON.parse(readFileSync(file, 'utf8')) as AboutPage;
  const plain = `<main class="plain"><h1>${escapeHtml(title)}</h1>${html}</main>`;
  const address = head.url && `${head.url}about`;
  write('about', plain, writeNames(`${title} · ${head.title}`, head.description, address));
}

/**
 * Writes the pages of articles that were moved, which lead on to where they are now: by a refresh, since static hosts
 * answer every file with status 200. Search engines take an immediate one for a redirect.
 */
export function writeMovedPages({ outDir, base, head }: ListPagesOptions): void {
  for (const name of readdirSync(join(outDir, ARTICLES_FOLDER))) {
    const page = join(outDir, buildPagePath(name.replace(/\.json$/, '')));
    if (existsSync(page)) continue;
    const text = readFileSync(join(outDir, ARTICLES_FOLDER, name), 'utf8');
    const { movedTo } = JSON.parse(text) as Partial<MovedArticle>;
    if (movedTo === undefined) continue;
    const address = `${base}a/${movedTo}`;
    const title = escapeHtml(head.title);
    writeFileSync(
      page,
      `<!doctype html>\n<html lang="${head.language}">\n<head>\n<meta charset="utf-8" />\n<title>${title}</title>\n` +
        `<meta http-equiv="refresh" content="0; url=${address}" />\n` +
        `<link rel="canonical" href="${head.url ? `${head.url}a/${movedTo}` : address}" />\n</head>\n` +
        `<body><a href="${address}">${title}</a></body>\n</html>\n`,
    );
  }
}
