import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_PATH, SHELL_PATH, VERSION_META, WORKER_PATH } from '../../model/offlineNames.ts';
import { listFiles } from '../listFiles.ts';
import { buildManifest } from './buildManifest.ts';

export interface AppOptions {
  /** The folder of the finished bundle; its `index.html` carries no archive files yet. */
  outDir: string;
  base: string;
  siteTitle: string;
  /** Without it, nothing is kept in browsers: the worker is one that takes an earlier one's place and removes it. */
  isOffline: boolean;
  /** The service worker's code, in which APP_FILES and APP_VERSION stand for what is known now. */
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
  const { outDir, base, siteTitle, isOffline, serviceWorker } = options;
  writeFileSync(join(outDir, MANIFEST_PATH), JSON.stringify(buildManifest(base, siteTitle)));
  const index = join(outDir, 'index.html');
  const page = readFileSync(index, 'utf8').replace(
    '</head>',
    () => `  <link rel="manifest" href="${base}${MANIFEST_PATH}" />\n  </head>`,
  );
  if (!isOffline) {
    writeFileSync(index, page);
    writeFileSync(join(outDir, WORKER_PATH), serviceWorker);
    return;
  }
  const files = [...listAppFiles(outDir), [SHELL_PATH, hashFile(page)]];
  const code = putIn(serviceWorker, 'APP_FILES', files);
  const version = hashFile(code).slice(0, 10);
  const meta = `  <meta name="${VERSION_META}" content="${version}" />\n  </head>`;
  const marked = page.replace('</head>', () => meta);
  writeFileSync(join(outDir, SHELL_PATH), marked);
  writeFileSync(index, marked);
  writeFileSync(join(outDir, WORKER_PATH), putIn(code, 'APP_VERSION', version));
}

/** Puts a value where its name stands in the code. */
function putIn(code: string, name: string, value: unknown): string {
  const filled = code.replace(new RegExp(`\\b${name}\\b`, 'g'), () => JSON.stringify(value));
  if (filled === code) throw new Error(`The service worker's code has no place for ${name}.`);
  return filled;
}

/** Files and folders: pages come with other content, pictures of the app are for shops, the rest belongs to no reader. */
const NOT_KEPT = /^(?:archive|screenshots)$|\.html$|\.map$|^sw\.js$/;

/** Gives path and hash of each file that the app needs, in the order of their names. */
function listAppFiles(outDir: string): [path: string, hash: string][] {
  return listFiles(outDir, (path) => !NOT_KEPT.test(path)).map((path) => [
    path,
    hashFile(readFileSync(join(outDir, path))),
  ]);
}

/** SHA-256, base64url, 24 characters, as `service-worker/appFiles.ts` computes it. */
function hashFile(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}
