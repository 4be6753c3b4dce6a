import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes another version of a built site in a folder of its own, as a deploy would: the same app under new file names,
 * and none of the old files. Gives the folder.
 */
export function deployVersion(site: string, version: string): string {
  const folder = `${site}-${version}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(site, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets);
  for (const name of names) renameSync(join(assets, name), join(assets, rename(name, version)));
  const texts = [
    ...readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .map((name) => `assets/${name}`),
    ...['app.html', 'index.html', '404.html', 'sw.js'],
  ];
  const old = readVersion(site);
  for (const path of texts) {
    let text = readFileSync(join(folder, path), 'utf8');
    for (const name of names) text = text.replaceAll(name, rename(name, version));
    writeFileSync(join(folder, path), text.replaceAll(old, version));
  }
  const worker = join(folder, 'sw.js');
  const code = readFileSync(worker, 'utf8');
  // Each file of the app stands in the worker with its hash.
  const updated = code.replace(/\["([^"]+)","([\w-]{24})"\]/g, (_entry, path: string) => {
    const content = readFileSync(join(folder, path));
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 24);
    return JSON.stringify([path, hash]);
  });
  writeFileSync(worker, updated);
  return folder;
}

/** Gives the version that a built site says it is. */
export function readVersion(site: string): string {
  const page = readFileSync(join(site, 'app.html'), 'utf8');
  return /name="app-version" content="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Another hash in the bundler's form, `name-<8 characters>.js`. */
function rename(name: string, version: string): string {
  const hash = createHash('sha256').update(`${version} ${name}`).digest('hex').slice(0, 8);
  return name.replace(/-[\w-]{8}(\.\w+)$/, `-${hash}$1`);
}
