import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { minifySync } from 'vite';
import { ARCHIVE_FOLDER } from '../../model/archivePaths.ts';
import { FIRST_SCREEN } from '../app/bundleFirstScreen.ts';
import { drawFirstScreen } from '../app/drawFirstScreen.ts';
import { readSiteIcon } from '../app/siteIcon.ts';
import { writeApp } from '../app/writeApp.ts';
import { addPageData } from '../output/addPageData.ts';
import { compressFiles } from '../output/compressFiles.ts';
import { listFiles } from '../output/listFiles.ts';
import type { OutputFolder } from '../output/OutputFolder.ts';
import { writePolicy } from '../output/writePolicy.ts';
import type { Report } from '../Report.ts';
import { listHeadScripts } from '../site/headScripts.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { freeMemory } from './freeMemory.ts';

/** What a site is finished with, when archive and app are in the output's partial folder. */
export interface SiteParts {
  root: string;
  site: SiteSettings;
  output: OutputFolder;
  report: Report;
  /** The service worker's code. */
  serviceWorker: string;
  /** Where the program that draws the first screen is. */
  programFolder: string;
}

/** Files of the part of the app that is loaded with the first article. */
const READING_VIEW = /\/(?:ReadingView|readingWords|sanitizeHtml)-[^/]+\.(?:js|css)$/;

/** Makes a bundled app a whole site: manifest, service worker, policy, pages; then puts it in its place. */
export async function finishSite(parts: SiteParts): Promise<void> {
  const { root, site, output, report, serviceWorker, programFolder } = parts;
  const { partial } = output;
  const { base } = site;
  minifyEarlyScript(partial);
  const icon = readSiteIcon(resolve(root, site.contentDir), site.icon);
  writeApp({ outDir: partial, site, icon, serviceWorker });
  const files = listFiles(partial, (path) => path !== ARCHIVE_FOLDER);
  writePolicy(partial, base, report.pictureHosts, listHeadScripts(site));
  freeMemory();
  addPageData(partial, {
    readingView: files.filter((path) => READING_VIEW.test(path)).map((path) => base + path),
    draw: (data) => drawFirstScreen(join(programFolder, FIRST_SCREEN), base, data),
  });
  if (site.compress) await compressFiles(partial, output.place);
  output.finish(report.published + report.redirects);
}

/** The bundler copies what is in `public` as it stands; this script is in the way of each first paint. */
function minifyEarlyScript(outDir: string): void {
  const file = join(outDir, 'early.js');
  writeFileSync(file, minifySync(file, readFileSync(file, 'utf8')).code);
}
