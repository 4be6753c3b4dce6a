import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ARCHIVE_FOLDER, CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import { ARTICLE_PAGE, FIRST_SCREEN } from '../app/bundleDrawing.ts';
import { drawFirstScreen } from '../app/drawFirstScreen.ts';
import { readSiteIcon } from '../app/siteIcon.ts';
import { writeApp } from '../app/writeApp.ts';
import { writeRobots } from '../feeds/writeRobots.ts';
import { buildListHead } from '../head/buildListHead.ts';
import { putHead } from '../head/putHead.ts';
import { readHeadSite, writeCard } from '../head/readHeadSite.ts';
import { addPageData, buildAppPage } from '../output/addPageData.ts';
import { compressFiles } from '../output/compressFiles.ts';
import { listFiles } from '../output/listFiles.ts';
import type { OutputFolder } from '../output/OutputFolder.ts';
import { writePolicy } from '../output/writePolicy.ts';
import { loadArticleDrawing } from '../pages/ArticleDrawing.ts';
import { buildShell, type InlineParts } from '../pages/buildShell.ts';
import { fillShell } from '../pages/drawPages.ts';
import { extractStyle } from '../pages/extractStyle.ts';
import { listArticlePages, readPageLists } from '../pages/listPages.ts';
import { type ListPagesOptions, writeListPages } from '../pages/writeListPages.ts';
import { writeMovedPages, writeScreens } from '../pages/writeOtherPages.ts';
import { type PagesOptions, writePages } from '../pages/writePages.ts';
import { writeTagPages } from '../pages/writeTagPages.ts';
import type { Report } from '../Report.ts';
import type { WorkerLoader } from '../shareOut.ts';
import { listHeadScripts } from '../site/headScripts.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { joinEarlyScripts } from './earlyScripts.ts';
import { freeMemory } from './freeMemory.ts';

/** What a site is finished with, when archive and app are in the output's partial folder. */
export interface SiteParts {
  root: string;
  site: SiteSettings;
  output: OutputFolder;
  report: Report;
  /** The service worker's code. */
  serviceWorker: string;
  /** Where the programs that draw are. */
  programFolder: string;
  loadWorker: WorkerLoader;
  /** Where it is noted what each page was made from, and what names the code that draws. */
  pages: Pick<PagesOptions, 'indexFile' | 'key'>;
}

/** Files of the part of the app that is loaded with the first article. */
const READING_VIEW = /\/(?:ReadingPane|ReadingView|readingWords|sanitizeHtml)-[^/]+\.(?:js|css)$/;

/** Makes a bundled app a whole site: manifest, service worker, policy, pages; then puts it in its place. */
export async function finishSite(parts: SiteParts): Promise<void> {
  const { root, site, output, report, serviceWorker, programFolder, loadWorker } = parts;
  const { partial } = output;
  const { base } = site;
  const looks = joinEarlyScripts(partial);
  const contentDir = resolve(root, site.contentDir);
  const icon = readSiteIcon(contentDir, site.icon);
  writeApp({ outDir: partial, site, icon, serviceWorker });
  const files = listFiles(partial, (path) => path !== ARCHIVE_FOLDER);
  const readingView = files.filter((path) => READING_VIEW.test(path)).map((path) => base + path);
  const program = join(programFolder, ARTICLE_PAGE);
  const inline = site.pages
    ? await prepareInline(partial, base, { program, looks, readingView })
    : undefined;
  writePolicy(partial, base, report.pictureHosts, {
    scripts: listHeadScripts(site),
    inline,
    syncHosts: site.syncHosts,
  });
  freeMemory();
  writeRobots(partial, contentDir, site);
  const head = readHeadSite(partial, site, writeCard(partial, root, contentDir, site));
  const catalogue = readCatalogue(partial);
  const lists = inline ? readPageLists(partial, catalogue) : [];
  if (inline) {
    const index = readFileSync(join(partial, 'index.html'), 'utf8');
    const shell = buildShell(index, base, inline, readingView.filter(isSheet));
    const standingDir = output.place;
    const setting = { outDir: partial, program, shell, head, site: readSiteInfo(catalogue) };
    const pages = listArticlePages(lists, catalogue);
    freeMemory();
    await writePages({ ...parts.pages, setting, pages, standingDir, loadWorker });
  }
  const plain = inline ? writeOthers(partial, base, { head, catalogue, lists }) : '';
  addPageData(partial, {
    readingView,
    plain,
    draw: (data) => drawFirstScreen(join(programFolder, FIRST_SCREEN), data),
  });
  rewriteIndex(partial, (page) => putHead(page, buildListHead('', head)));
  if (site.compress) await compressFiles(partial, output.place);
  output.finish(report.published + report.redirects);
}

/** Returns what stands in the pages of articles themselves. */
async function prepareInline(
  outDir: string,
  base: string,
  { program, looks, readingView }: { program: string; looks: string; readingView: string[] },
): Promise<InlineParts> {
  const { ArticleDrawer, MODEL_FACTS, MODEL_HTML } = loadArticleDrawing(program);
  const index = readFileSync(join(outDir, 'index.html'), 'utf8');
  const shell = buildShell(index, base, { style: '', looks: '' }, readingView.filter(isSheet));
  const content = new ArticleDrawer().draw(MODEL_FACTS, MODEL_HTML);
  const model = fillShell(shell, { head: '', content, facts: MODEL_FACTS });
  return { style: await extractStyle(outDir, base, model), looks };
}

function readCatalogue(outDir: string): Catalogue {
  return JSON.parse(readFileSync(join(outDir, CATALOGUE_PATH), 'utf8')) as Catalogue;
}

/** Returns what each page says of the site. */
function readSiteInfo({ site }: Catalogue): SiteInfo {
  if (!site) throw new Error('The catalogue says nothing of the site.');
  return { ...site, pinned: [], takenDown: {} };
}

/** Writes the pages that are not articles; returns the first list as HTML. */
function writeOthers(
  outDir: string,
  base: string,
  site: Pick<ListPagesOptions, 'head' | 'catalogue' | 'lists'>,
): string {
  const isSmall = JSON.stringify(site.catalogue).length <= CARRIED_CATALOGUE;
  const options: ListPagesOptions = {
    ...site,
    outDir,
    base,
    buildPage: (paths, plain) =>
      buildAppPage(outDir, isSmall && paths.length > 0 ? [CATALOGUE_PATH, ...paths] : [], plain),
  };
  writeScreens(options);
  writeMovedPages(options);
  writeTagPages(options);
  return writeListPages(options);
}

/** A larger catalogue, of an archive of many categories, would be in the page of each of them. */
const CARRIED_CATALOGUE = 64 * 1024;

function isSheet(path: string): boolean {
  return path.endsWith('.css');
}

function rewriteIndex(outDir: string, change: (page: string) => string): void {
  const file = join(outDir, 'index.html');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
