import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from './listFiles.ts';

/**
 * Names at the top of an output that are the host's or the owner's: `.git`, `.nojekyll`, `.well-known`, a domain of
 * GitHub Pages.
 */
const NOT_OURS = /^\.|^CNAME$/;

/**
 * Puts a finished output in the place of the one that stands there, which is whole up to the renames that swap the
 * two. Where the folder can't be renamed, being a mount point or in a folder that is not ours, its files are written
 * through.
 */
export function replaceOutput(finished: string, place: string): void {
  const old = `${place}.old`;
  try {
    rmSync(old, { recursive: true, force: true });
    if (existsSync(place)) renameSync(place, old);
  } catch {
    writeThrough(finished, place);
    rmSync(finished, { recursive: true, force: true });
    return;
  }
  try {
    renameSync(finished, place);
  } catch {
    // On another file system.
    if (existsSync(old)) renameSync(old, place);
    writeThrough(finished, place);
    rmSync(finished, { recursive: true, force: true });
    return;
  }
  if (!existsSync(old)) return;
  for (const name of readdirSync(old).filter((each) => NOT_OURS.test(each))) {
    if (!existsSync(join(place, name))) renameSync(join(old, name), join(place, name));
  }
  rmSync(old, { recursive: true, force: true });
}

/**
 * Copies a finished output over the files of a folder: first what is asked for by what, so that a reader who comes
 * meanwhile finds the old site or the new one; what is no part of the new one goes last. A file appears whole, under
 * its name, at once.
 */
export function writeThrough(finished: string, place: string): void {
  const paths = listFiles(finished).sort((a, b) => findStep(a) - findStep(b));
  for (const path of paths) {
    const [from, to] = [join(finished, path), join(place, path)];
    if (isSameFile(from, to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, `${to}.partial`);
    renameSync(`${to}.partial`, to);
  }
  const wanted = new Set(paths);
  for (const path of listFiles(place, (each) => !NOT_OURS.test(each))) {
    if (!wanted.has(path)) rmSync(join(place, path));
  }
  removeEmptyFolders(place);
}

/**
 * Files whose names change with their content, then articles, then what names those, then pages, then the service
 * worker.
 */
function findStep(file: string): number {
  // A compressed file goes with its own.
  const path = file.replace(/\.(?:br|gz)$/, '');
  if (path.startsWith('assets/')) return 0;
  if (/^archive\/(?:articles|images|search)\//.test(path)) return 1;
  if (/^archive\/(?:lists|tags)\//.test(path)) return 2;
  if (path.startsWith('archive/')) return 3;
  if (path.endsWith('.html')) return 5;
  return path === 'sw.js' ? 6 : 4;
}

function isSameFile(a: string, b: string): boolean {
  const stats = statSync(b, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size !== statSync(a).size) return false;
  return readFileSync(a).equals(readFileSync(b));
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || NOT_OURS.test(entry.name)) continue;
    const path = join(folder, entry.name);
    removeEmptyFolders(path);
    if (readdirSync(path).length === 0) rmdirSync(path);
  }
}
