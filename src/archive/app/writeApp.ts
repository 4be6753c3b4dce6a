import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MANIFEST_PATH, SHELL_PATH, VERSION_META, WORKER_PATH } from '../../model/offlineNames.ts';
import { listFiles } from '../output/listFiles.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { buildManifest } from './buildManifest.ts';
import type { SiteIcon } from './siteIcon.ts';

export interface AppOptions {
  /** The folder of the finished bundle; its `index.html` carries no archive files yet. */
  outDir: string;
  /**
   * Without `offline`, nothing is kept in browsers: the worker is one that takes an earlier one's place and removes
   * it.
   */
  site: Pick<SiteSettings, 'base' | 'title' | 'description' | 'language' | 'offline'>;
  /** The owner's, where there is one. */
  icon: SiteIcon | undefined;
  /** The service worker's code, in which APP_FILES, APP_PARTS and APP_VERSION stand for what is known now. */
  serviceWorker: string;
}

/**
 * Makes the bundle an app that can be installed and opens without a network: manifest, the page that the worker keeps,
 * and the worker with the list of the app's files. Changes nothing in `archive/`.
 *
 * The version is the hash of these files and the worker's code, so other content alone is no new version: the kept page
 * is made before archive files are put into pages.
 */
export function writeApp(options: AppOptions): void {
  const { outDir, site, icon, serviceWorker } = options;
  const { base } = site;
  for (const name of OF_THE_PRODUCT) rmSync(join(outDir, name), { recursive: true, force: true });
  if (icon) {
    for (const name of PRODUCT_ICONS) rmSync(join(outDir, name), { force: true });
    writeFileSync(join(outDir, icon.path), icon.bytes);
  }
  writeFileSync(join(outDir, MANIFEST_PATH), JSON.stringify(buildManifest(site, icon)));
  const index = join(outDir, 'index.html');
  const page = readFileSync(index, 'utf8').replace(
    '</head>',
    () => `  <link rel="manifest" href="${base}${MANIFEST_PATH}" />\n  </head>`,
  );
  if (!site.offline) {
    writeFileSync(index, page);
    writeFileSync(join(outDir, WORKER_PATH), serviceWorker);
    return;
  }
  const { files, parts } = listAppFiles(outDir, page);
  const list = putIn(serviceWorker, 'APP_FILES', [...files, [SHELL_PATH, hashFile(page)]]);
  const code = putIn(list, 'APP_PARTS', parts);
  const version = hashFile(code).slice(0, 10);
  const meta = `  <meta name="${VERSION_META}" content="${version}" />\n  </head>`;
  const marked = page.replace('</head>', () => meta);
  writeFileSync(join(outDir, SHELL_PATH), marked);
  writeFileSync(index, marked);
  writeFileSync(join(outDir, WORKER_PATH), putIn(code, 'APP_VERSION', version));
}

/** What lies in `public/` for those who look at the project, and is no part of anybody's site. */
const OF_THE_PRODUCT = ['screenshots'];
const PRODUCT_ICONS = ['icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable-512.png'];

/** Puts a value where its name stands in the code. */
function putIn(code: string, name: string, value: unknown): string {
  const filled = code.replace(new RegExp(`\\b${name}\\b`, 'g'), () => JSON.stringify(value));
  if (filled === code) throw new Error(`The service worker's code has no place for ${name}.`);
  return filled;
}

/**
 * Files and folders: pages come with other content, icons of home screens are for those who put them there, feeds,
 * sitemaps and the card for programs elsewhere, the rest belongs to no reader.
 */
const NOT_KEPT =
  /^(?:archive|feeds)$|^icon-.*\.png$|^(?:feed|card|robots|sitemap[\d-]*)\.\w+$|\.html$|\.map$|^sw\.js$/;

/** 64 KB: a larger part, compressed, that the page does not name is kept when a reader first asks for it. */
const LARGE = 64 * 1024;

/**
 * Parts that few readers use, and then with a network: tables for another script, sync, books, backups; and the search
 * inside of the page, for browsers without workers. They are kept when they were first used, too.
 */
const SELDOM =
  /\/(?:TSCharacters|simplifiedWords|createSearchService|SyncPanel|openWebDav|bind\w+|makeBook|ownBackup|BackupPanel)-/;

type AppFile = [path: string, hash: string];

/** Gives path and hash of each file that the app needs, by name: what is kept at once, and the large parts. */
function listAppFiles(outDir: string, page: string): { files: AppFile[]; parts: AppFile[] } {
  const files: AppFile[] = [];
  const parts: AppFile[] = [];
  for (const path of listFiles(outDir, (name) => !NOT_KEPT.test(name))) {
    const content = readFileSync(join(outDir, path));
    const isPart = !page.includes(path) && (SELDOM.test(path) || isLarge(content));
    (isPart ? parts : files).push([path, hashFile(content)]);
  }
  return { files, parts };
}

function isLarge(content: Uint8Array): boolean {
  return content.length > LARGE && gzipSync(content).length > LARGE;
}

/** SHA-256, base64url, 24 characters, as `service-worker/appFiles.ts` computes it. */
function hashFile(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}
