import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { CONTENT_CHANGED } from '../../model/archivePaths.ts';
import { REPORT_PAGE } from '../../model/ReportPage.ts';
import { pickLanguage } from '../command/Message.ts';
import { answerLikeHost } from '../hosts/answerLikeHost.ts';
import { HEADERS_PATH } from '../output/writePolicy.ts';
import { REPORT_FILE } from '../Report.ts';
import { DevReport } from '../report/DevReport.ts';
import { serveReport } from '../report/serveReport.ts';
import { SITE_FILE } from '../site/readSite.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { selectFiles } from '../site/selectFiles.ts';
import { DevArchive } from './DevArchive.ts';
import { DevIndex } from './DevIndex.ts';
import { sendHeaders } from './sendHeaders.ts';
import { serveArchive } from './serveArchive.ts';

/** Answers the archive's paths in development, and serves a finished site as a host does (`vite preview`). */
export function servePlugin(site: SiteSettings): Plugin {
  return {
    name: 'cangbao:serve',
    apply: 'serve',
    configurePreviewServer({ config, middlewares }) {
      const outDir = resolve(config.root, config.build.outDir);
      middlewares.use(sendHeaders(join(outDir, HEADERS_PATH)));
      middlewares.use(answerLikeHost(outDir, config.base));
    },
    // Vite puts the base before addresses in development; twice, where it stands there already.
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replaceAll('%BASE_URL%', '/'),
    },
    // No policy here: the development server puts scripts and styles of its own into the page.
    configureServer(server) {
      const { config } = server;
      if (config.mode === 'test') return;
      const content = resolve(config.root, site.contentDir);
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
      const report = new DevReport({
        reportFile: join(config.root, REPORT_FILE),
        contentDir: content,
        listPaths: () => selectFiles(content, site).paths,
        parse: (path, bytes) => archive.parseFile(path, bytes),
      });
      server.middlewares.use(
        serveReport(config.base, report, (url) => buildReportPage(server, url)),
      );
      tellReportAddress(server);
    },
  };
}

/** The report's page is the site's own with another script, which no build has. */
function buildReportPage(server: ViteDevServer, url: string): Promise<string> {
  const page = readFileSync(join(server.config.root, 'index.html'), 'utf8');
  const script = '/src/reader/report/showReport.tsx';
  return server.transformIndexHtml(url, page.replace('/src/reader/main.tsx', script));
}

/** Names the report's address below the server's own when these are printed. */
function tellReportAddress(server: ViteDevServer): void {
  const print = server.printUrls.bind(server);
  server.printUrls = () => {
    print();
    const [address] = server.resolvedUrls?.local ?? [];
    if (address === undefined) return;
    const name = { zh: '构建报告', en: 'Report' }[pickLanguage()];
    server.config.logger.info(`  ➜  ${name}: ${address}${REPORT_PAGE}`);
  };
}
