import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BuildOptions, normalizePath, type Plugin, type ResolvedConfig } from 'vite';
import { ARCHIVE_FOLDER, CONTENT_CHANGED } from '../model/archivePaths.ts';
import { bundleFirstScreen, FIRST_SCREEN } from './app/bundleFirstScreen.ts';
import { bundleServiceWorker } from './app/bundleServiceWorker.ts';
import { drawFirstScreen } from './app/drawFirstScreen.ts';
import { writeApp } from './app/writeApp.ts';
import { hashToBase32 } from './article/articleId.ts';
import { BuildCache } from './BuildCache.ts';
import { buildArchive } from './buildArchive.ts';
import { DevArchive } from './DevArchive.ts';
import { DevIndex } from './DevIndex.ts';
import { freeMemory } from './freeMemory.ts';
import { listPipelineSources } from './hashPipeline.ts';
import { escapeHtml } from './html/writeHtml.ts';
import type { KeptApp } from './KeptApp.ts';
import { listFiles } from './listFiles.ts';
import type { Programs } from './loadPrograms.ts';
import { addPageData } from './output/addPageData.ts';
import { HEADERS_PATH, writePolicy } from './output/writePolicy.ts';
import { createProgressBar } from './progressBar.ts';
import { formatReport } from './Report.ts';
import { StandingOutput } from './StandingOutput.ts';
import { sendHeaders } from './sendHeaders.ts';
import { serveArchive } from './serveArchive.ts';
import type { WorkerSupply } from './WorkerSupply.ts';

export interface ArchivePluginOptions {
  /** Folder of the content files, relative to the project's root. */
  contentDir: string;
  siteTitle: string;
  /** Builds the search index. */
  hasSearch: boolean;
  programs: Programs;
  /** Threads of the archive's program. */
  workers: WorkerSupply;
  /** The app's files of an earlier build; where they are known, nothing is bundled. */
  app?: KeptApp | undefined;
  /** Whether the site can be read offline; `false` also takes the worker away from those who have one. */
  isOffline: boolean;
}

/** Below the project's root. */
const CACHE_FOLDER = 'node_modules/.cache/cangbao';
/** What the bundler gets to do where nothing is to be bundled. */
const NOTHING = 'virtual:nothing';
const IS_NOTHING = /^virtual:nothing$/;

/** Files of the part of the app that is loaded with the first article. */
const READING_VIEW = /\/(?:ArticleBody|sanitizeHtml)-[^/]+\.(?:js|css)$/;

/**
 * Vite's side of the archive: a thin adapter over buildArchive.
 *
 * The archive files are written straight into the output folder and never become modules or assets of the bundle:
 * module graphs of tens of thousands of articles have taken bundlers down (vitepress issue 5134, contentlayer issue 476).
 * A build writes into a folder beside the output folder and takes its place at the end, so a build that is killed leaves
 * the old output whole.
 */
export function archivePlugin(options: ArchivePluginOptions): Plugin {
  const { contentDir, siteTitle, hasSearch, isOffline, programs, workers, app } = options;
  let config: ResolvedConfig;
  let finalDir = 'dist';
  let standing: StandingOutput;
  let isBundled = false;
  let pictureHosts: readonly string[] = [];
  /** The service worker's code. */
  let serviceWorker: string;
  /** Of this process alone: another build at the same time may have another base. */
  const findScreenFolder = () => join(config.root, CACHE_FOLDER, `first-screen-${process.pid}`);

  async function buildInto(outDir: string): Promise<void> {
    const content = resolve(config.root, contentDir);
    const cacheDir = join(config.root, CACHE_FOLDER);
    const search = {
      workerFile: programs.searchWorker,
      folder: join(cacheDir, `${hashToBase32(content)}-search`),
      key: programs.key,
      standingDir: resolve(config.root, finalDir),
      onProgress: createProgressBar('search ', process.stderr),
    };
    const report = await buildArchive({
      contentDir: content,
      outDir,
      workers,
      cache: new BuildCache(join(cacheDir, hashToBase32(content), 'index'), programs.key),
      standing,
      ...(hasSearch && { search }),
      onProgress: createProgressBar('archive', process.stderr),
    });
    pictureHosts = report.pictureHosts;
    config.logger.info(formatReport(report));
  }

  /** Gives the paths of the app's files in the output, which the bundler has made or an earlier one had. */
  function completeApp(outDir: string): string[] {
    if (app?.files) app.writeInto(outDir);
    else {
      writeApp({ outDir, base: config.base, siteTitle, isOffline, serviceWorker });
      copyFileSync(join(findScreenFolder(), FIRST_SCREEN), join(outDir, FIRST_SCREEN));
    }
    const others = new Set([ARCHIVE_FOLDER, ...listFiles(config.publicDir)]);
    const paths = listFiles(outDir, (path) => !others.has(path));
    if (app?.files) config.logger.info('app: as it was, not bundled again');
    else app?.keep(outDir, paths);
    return paths;
  }

  /** Bundles what is no part of the app's bundle. */
  async function bundleOthers(): Promise<void> {
    await bundleFirstScreen(config.root, config.base, findScreenFolder());
    serviceWorker = await bundleServiceWorker(config.root, isOffline);
  }

  return {
    name: 'cangbao:archive',
    config(user, { command, isPreview }) {
      if (command !== 'build' || isPreview) return undefined;
      finalDir = user.build?.outDir ?? finalDir;
      const build: BuildOptions = {
        outDir: `${finalDir}.partial`,
        emptyOutDir: false,
        // To compress each file only to tell its size takes longer than to write it; the budgets are tests.
        reportCompressedSize: false,
      };
      if (app?.files) build.rolldownOptions = { input: NOTHING };
      return { build };
    },
    // With filters the bundler need not ask, and wait for, this thread with each module.
    resolveId: { filter: { id: IS_NOTHING }, handler: () => NOTHING },
    load: { filter: { id: IS_NOTHING }, handler: () => '' },
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: (html) =>
      inlineIcon(html, config.publicDir).replaceAll('%SITE_TITLE%', () => escapeHtml(siteTitle)),
    // Before the bundler does its part, so that the memory of the two does not add up; the other bundles are small.
    async buildStart() {
      if (config.command !== 'build') return;
      const outDir = resolve(config.root, config.build.outDir);
      rmSync(outDir, { recursive: true, force: true });
      standing = new StandingOutput(resolve(config.root, finalDir));
      await Promise.all([buildInto(outDir), app?.files ? undefined : bundleOthers()]);
      freeMemory();
    },
    generateBundle(_options, bundle) {
      if (app?.files) for (const name of Object.keys(bundle)) delete bundle[name];
    },
    writeBundle() {
      isBundled = true;
    },
    closeBundle: {
      order: 'post',
      handler() {
        // Called after a failed build too, where it must not hide the reason.
        if (!isBundled || config.command !== 'build') return;
        const outDir = resolve(config.root, config.build.outDir);
        const files = completeApp(outDir);
        // It finds React only from within the project, and is no part of the site.
        const program = join(findScreenFolder(), FIRST_SCREEN);
        mkdirSync(findScreenFolder(), { recursive: true });
        copyFileSync(join(outDir, FIRST_SCREEN), program);
        rmSync(join(outDir, FIRST_SCREEN));
        const readingView = files.filter((path) => READING_VIEW.test(path));
        writePolicy(outDir, config.base, pictureHosts);
        freeMemory();
        addPageData(outDir, {
          readingView: readingView.map((path) => config.base + path),
          draw: (data) => drawFirstScreen(program, config.base, data),
        });
        rmSync(findScreenFolder(), { recursive: true });
        standing.replaceWith(outDir);
        config.logger.info(`${finalDir} is ready to be served`);
      },
    },
    configurePreviewServer(server) {
      const file = join(resolve(config.root, config.build.outDir), HEADERS_PATH);
      server.middlewares.use(sendHeaders(file));
    },
    // No policy here: the development server puts scripts and styles of its own into the page.
    configureServer(server) {
      if (config.mode === 'test') return;
      const content = resolve(config.root, contentDir);
      const folder = mkdtempSync(join(tmpdir(), 'cangbao-'));
      const cacheDir = join(config.root, CACHE_FOLDER);
      // Vite begins anew where one of these changes, as for all that its configuration imports.
      const sources = listPipelineSources(config.root).map((path) => join(config.root, path));
      config.configFileDependencies.push(...sources.map((path) => normalizePath(path)));
      const index = new DevIndex(content, {
        file: join(cacheDir, hashToBase32(content), 'development'),
        key: programs.key,
      });
      const archive = new DevArchive(content, folder, index);
      // While Vite makes itself ready; the first page to ask need not wait for all of it.
      index
        .readAhead()
        .catch((error: Error) => config.logger.warn(error.message))
        // To watch tens of thousands of files takes longer than to read them, and nobody waits for it.
        .finally(() => server.watcher.add(content));
      server.httpServer?.once('close', () => rmSync(folder, { recursive: true, force: true }));
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(content)) return;
        archive.refresh(file);
        server.ws.send({ type: 'custom', event: CONTENT_CHANGED });
      });
      server.middlewares.use(serveArchive(config.base, (path) => archive.answer(path)));
    },
  };
}

/** Puts the icon into the page, which saves a request. */
function inlineIcon(html: string, publicDir: string): string {
  const svg = encodeURIComponent(readFileSync(join(publicDir, 'icon.svg'), 'utf8'));
  return html.replace(/(?<=rel="icon" href=")[^"]+/, `data:image/svg+xml,${svg}`);
}
