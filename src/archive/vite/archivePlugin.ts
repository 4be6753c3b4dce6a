import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { minifySync, type Plugin, type ResolvedConfig } from 'vite';
import { ARCHIVE_FOLDER, CONTENT_CHANGED } from '../../model/archivePaths.ts';
import { bundleFirstScreen, FIRST_SCREEN } from '../app/bundleFirstScreen.ts';
import { bundleServiceWorker } from '../app/bundleServiceWorker.ts';
import { bundleWorker } from '../app/bundleWorker.ts';
import { drawFirstScreen } from '../app/drawFirstScreen.ts';
import { inlineIcon, linkIcon, readSiteIcon } from '../app/siteIcon.ts';
import { writeApp } from '../app/writeApp.ts';
import { hashToBase32 } from '../article/articleId.ts';
import { buildArchive } from '../buildArchive.ts';
import { BuildCache } from '../cache/BuildCache.ts';
import { removeLeftOvers } from '../cache/leftOvers.ts';
import { formatSummary } from '../command/formatSummary.ts';
import { createProgressBar } from '../command/progressBar.ts';
import { answerLikeHost } from '../hosts/answerLikeHost.ts';
import { escapeHtml } from '../html/writeHtml.ts';
import { addPageData } from '../output/addPageData.ts';
import { checkShrink } from '../output/checkShrink.ts';
import { compressFiles } from '../output/compressFiles.ts';
import { listFiles } from '../output/listFiles.ts';
import { measureSite } from '../output/measureSite.ts';
import { OutputFolder } from '../output/OutputFolder.ts';
import { HEADERS_PATH, writePolicy } from '../output/writePolicy.ts';
import { REPORT_FILE, type Report, writeReport } from '../Report.ts';
import { applyAccent } from '../site/buildAccent.ts';
import { listHeadScripts } from '../site/headScripts.ts';
import { SITE_FILE } from '../site/readSite.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { DevArchive } from './DevArchive.ts';
import { DevIndex } from './DevIndex.ts';
import { freeMemory } from './freeMemory.ts';
import { hashPipeline } from './hashPipeline.ts';
import { sendHeaders } from './sendHeaders.ts';
import { serveArchive } from './serveArchive.ts';

export interface ArchivePluginOptions {
  /** What the owner has set. */
  site: SiteSettings;
  /** Takes an output folder that holds something else than a former output. */
  isForced: boolean;
  /** Lets a site replace one of more than twice as many articles. */
  allowsShrink: boolean;
}

/** Below the project's root. */
const CACHE_FOLDER = 'node_modules/.cache/cangbao';

/** Files of the part of the app that is loaded with the first article. */
const READING_VIEW = /\/(?:ReadingView|readingWords|sanitizeHtml)-[^/]+\.(?:js|css)$/;

/**
 * Vite's side of the archive: a thin adapter over buildArchive.
 *
 * The archive files are written straight into the output folder and never become modules or assets of the bundle:
 * module graphs of tens of thousands of articles have taken bundlers down (vitepress issue 5134, contentlayer issue
 * 476). A build writes into a folder beside the output folder and takes its place at the end, so a build that is
 * killed leaves the old output whole.
 */
export function archivePlugin(options: ArchivePluginOptions): Plugin {
  const { site, isForced, allowsShrink } = options;
  const { contentDir, title, description, language, accent, offline, search: hasSearch } = site;
  let config: ResolvedConfig;
  let outDir = 'dist';
  let output: OutputFolder;
  let isBundled = false;
  let report: Report;
  /** The service worker's code. */
  let serviceWorker: string;
  const readIcon = () => readSiteIcon(resolve(config.root, contentDir), site.icon);
  /** Of this process alone: another build at the same time may have another base. */
  const findProgramFolder = () =>
    join(config.root, CACHE_FOLDER, `programs.${process.pid}.partial`);

  async function buildContent(): Promise<void> {
    const content = resolve(config.root, contentDir);
    const cacheDir = join(config.root, CACHE_FOLDER);
    const key = hashPipeline(config.root);
    let worker: Promise<string> | undefined;
    const search = {
      folder: join(cacheDir, `${hashToBase32(content)}-search`),
      key,
      standingDir: output.place,
      onProgress: createProgressBar({ zh: '索引', en: 'search ' }, process.stderr),
    };
    const { standing } = output;
    report = await buildArchive({
      contentDir: content,
      site,
      outDir: output.partial,
      loadWorker: () => (worker ??= bundleWorker(config.root, findProgramFolder())),
      cache: new BuildCache(join(cacheDir, hashToBase32(content), 'index'), key),
      standing,
      previousDir: output.place,
      ...(hasSearch && { search }),
      onProgress: createProgressBar({ zh: '文章', en: 'articles' }, process.stderr),
      onCounted: (published) => checkShrink(standing, published, allowsShrink),
    });
    standing.shareInto(output.partial);
  }

  /** Bundles what is no part of the app's bundle. */
  async function bundleOthers(): Promise<void> {
    await bundleFirstScreen(config.root, config.base, findProgramFolder());
    serviceWorker = await bundleServiceWorker(config.root, offline);
  }

  return {
    name: 'cangbao:archive',
    config(user, { command, isPreview }) {
      if (command !== 'build' || isPreview) return undefined;
      const root = resolve(user.root ?? '.');
      outDir = user.build?.outDir ?? outDir;
      const cacheDir = join(root, CACHE_FOLDER);
      output = new OutputFolder({ root, contentDir, outDir, cacheDir, isForced });
      return {
        build: {
          outDir: output.partial,
          emptyOutDir: false,
          // To compress each file only to tell its size takes longer than to write it; the budgets are tests.
          reportCompressedSize: false,
        },
      };
    },
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml(html) {
      const icon = readIcon();
      const isBuild = config.command === 'build';
      return (
        icon ? linkIcon(html, icon, config.base, isBuild) : inlineIcon(html, config.publicDir)
      )
        .replaceAll('%SITE_TITLE%', () => escapeHtml(title))
        .replaceAll('%SITE_DESCRIPTION%', () => escapeHtml(description || title))
        .replace(/(?<=<html lang=")[^"]+/, language)
        .replace(
          /[ \t]*<\/head>/,
          (end) => site.head.map((line) => `    ${line}\n`).join('') + end,
        );
    },
    // Before Tailwind takes the style sheet up.
    transform: {
      order: 'pre',
      filter: { id: /\/src\/reader\/ui\/styles\.css$/ },
      handler: (css) => (accent === undefined ? undefined : applyAccent(css, accent)),
    },
    // Before the bundler does its part, so that the memory of the two does not add up; the other bundles are small.
    async buildStart() {
      if (config.command !== 'build') return;
      output.open();
      removeLeftOvers(join(config.root, CACHE_FOLDER));
      await Promise.all([buildContent(), bundleOthers()]);
      freeMemory();
    },
    writeBundle() {
      isBundled = true;
    },
    closeBundle: {
      order: 'post',
      async handler() {
        // Called after a failed build too, where it must not hide the reason.
        if (config.command !== 'build') return;
        if (!isBundled) return output.close();
        const { partial } = output;
        minifyEarlyScript(partial);
        writeApp({
          outDir: partial,
          site: { ...site, base: config.base },
          icon: readIcon(),
          serviceWorker,
        });
        // It finds React only from within the project, and is no part of the site.
        const program = join(findProgramFolder(), FIRST_SCREEN);
        const files = listFiles(partial, (path) => path !== ARCHIVE_FOLDER);
        const readingView = files.filter((path) => READING_VIEW.test(path));
        writePolicy(partial, config.base, report.pictureHosts, listHeadScripts(site));
        freeMemory();
        addPageData(partial, {
          readingView: readingView.map((path) => config.base + path),
          draw: (data) => drawFirstScreen(program, config.base, data),
        });
        rmSync(findProgramFolder(), { recursive: true });
        if (site.compress) await compressFiles(partial, output.place);
        output.finish(report.published + report.redirects);
        writeReport(report, join(config.root, REPORT_FILE));
        const size = measureSite(output.place);
        const seconds = process.uptime();
        process.stdout.write(
          formatSummary(report, { ...size, outDir, seconds, reportFile: REPORT_FILE }),
        );
      },
    },
    configurePreviewServer(server) {
      const outDir = resolve(config.root, config.build.outDir);
      server.middlewares.use(sendHeaders(join(outDir, HEADERS_PATH)));
      server.middlewares.use(answerLikeHost(outDir, config.base));
    },
    // No policy here: the development server puts scripts and styles of its own into the page.
    configureServer(server) {
      if (config.mode === 'test') return;
      const content = resolve(config.root, contentDir);
      const folder = mkdtempSync(join(tmpdir(), 'cangbao-'));
      const index = new DevIndex(content);
      const archive = new DevArchive(content, folder, index, site);
      // While Vite makes itself ready; the first page to ask need not wait for all of it.
      index
        .readAhead()
        .catch((error: Error) => config.logger.warn(error.message))
        // To watch tens of thousands of files takes longer than to read them, and nobody waits for it.
        .finally(() => server.watcher.add(content));
      server.httpServer?.once('close', () => rmSync(folder, { recursive: true, force: true }));
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(content)) return;
        if (file === join(content, SITE_FILE)) return void server.restart();
        archive.refresh(file);
        server.ws.send({ type: 'custom', event: CONTENT_CHANGED });
      });
      server.middlewares.use(serveArchive(config.base, (path) => archive.answer(path)));
    },
  };
}

/** The bundler copies what is in `public` as it stands; this script is in the way of each first paint. */
function minifyEarlyScript(outDir: string): void {
  const file = join(outDir, 'early.js');
  writeFileSync(file, minifySync(file, readFileSync(file, 'utf8')).code);
}
