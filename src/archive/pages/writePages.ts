import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildArticlePath } from '../../model/archivePaths.ts';
import type { Category } from '../../model/Catalogue.ts';
import { isMarked, markFile, shareFile } from '../cache/fileMarks.ts';
import { shareOut, type WorkerLoader } from '../shareOut.ts';
import { buildPagePath, drawPages, type PageSetting, type PagesTask } from './drawPages.ts';
import type { ArticlePage } from './listPages.ts';
import { type KeptPage, readPageIndex, writePageIndex } from './pageIndex.ts';

export interface PagesOptions {
  /** What is the same for all pages. */
  setting: PageSetting;
  pages: readonly ArticlePage[];
  /** The output that stands, whose pages are shared where they would be the same. */
  standingDir: string;
  /** Where it is noted what each page was made from. */
  indexFile: string;
  /** Names the code of the build. */
  key: string;
  loadWorker: WorkerLoader;
}

/** Pages of one task; below so many, starting threads takes longer than they save. */
const CHUNK = 64;
const MIN_FOR_WORKERS = 400;
const MEGABYTES = 32;

/** Writes the page of each article, or gives that of the output that stands a second name. */
export async function writePages(options: PagesOptions): Promise<void> {
  const { standingDir, indexFile, loadWorker } = options;
  const { outDir, program, shell, site } = options.setting;
  const head = { ...options.setting.head, root: keepNames(options.setting.head.root) };
  const setting: PageSetting = { ...options.setting, head };
  const key = hashParts(options.key, readProgram(program), shell, site, head);
  const kept = readPageIndex(indexFile, key);
  const done = new Map<string, KeptPage>();
  const fresh: (ArticlePage & { from: string })[] = [];
  mkdirSync(join(outDir, 'a'), { recursive: true });
  for (const page of options.pages) {
    const from = nameSource(outDir, page);
    const known = kept.get(page.id);
    const path = buildPagePath(page.id);
    if (known?.from === from && isMarked(join(standingDir, path), known.mark)) {
      shareFile(join(standingDir, path), join(outDir, path));
      done.set(page.id, known);
    } else fresh.push({ ...page, from });
  }
  const tasks: PagesTask[] = [];
  for (let start = 0; start < fresh.length; start += CHUNK)
    tasks.push({ setting, pages: fresh.slice(start, start + CHUNK) });
  await shareOut(fresh.length < MIN_FOR_WORKERS ? undefined : loadWorker, {
    tasks,
    name: 'drawPages',
    doHere: drawPages,
    onDone: (marks, { pages }) => {
      marks.forEach((mark, index) => {
        const { id, from } = pages[index] as (typeof fresh)[number];
        done.set(id, { from, mark });
      });
    },
    megabytes: MEGABYTES,
  });
  writePageIndex(indexFile, key, done);
}

/**
 * Names what a page is made from beside what is the same for all: the article as its file stands, its neighbours.
 * A hash, since there are tens of thousands.
 */
function nameSource(outDir: string, { id, previous, next }: ArticlePage): string {
  const mark = markFile(join(outDir, buildArticlePath(id)));
  return hashParts(mark?.size, mark?.time, previous, next);
}

/** Returns the code that draws. */
function readProgram(program: string): string[] {
  const folder = dirname(program);
  const files = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Returns a tree of categories without what changes with each article. */
function keepNames({ path, name, isHidden, lastDate, children }: Category): Category {
  return {
    path,
    name,
    ...(isHidden && { isHidden }),
    count: 0,
    list: '',
    ...(lastDate && { lastDate: '1970-01-01T00:00:00Z' }),
    children: children.map(keepNames),
  };
}

function hashParts(...parts: unknown[]): string {
  return hash('sha1', JSON.stringify(parts), 'base64url');
}
