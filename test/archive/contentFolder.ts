import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import { replaceOutput } from '../../src/archive/output/replaceOutput.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import type { Report } from '../../src/archive/Report.ts';
import type { ArticleSummary } from '../../src/model/Article.ts';
import type { Catalogue } from '../../src/model/Catalogue.ts';

/** A content folder that changes between builds, and the archive made of it. */
export interface ContentFolder {
  root: string;
  outDir: string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Makes the folder hold what another one does, and nothing else. */
  copy(from: string): void;
  build(): Promise<Report>;
  /** All rows, as the list of all articles holds them. */
  readRows(): ArticleSummary[];
  /** Id by title. */
  readIds(): Record<string, string>;
  readArchive(path: string): string;
  delete(): void;
}

/** Creates an empty one. Each build has a cache and replaces the last output, as the plugin does it. */
export function createContentFolder(): ContentFolder {
  const root = mkdtempSync(join(tmpdir(), 'cangbao-living-'));
  const [contentDir, outDir] = [join(root, 'content'), join(root, 'dist')];
  mkdirSync(contentDir);
  const readArchive = (path: string) => readFileSync(join(outDir, 'archive', path), 'utf8');

  function readRows(): ArticleSummary[] {
    const { root: top } = JSON.parse(readArchive('catalogue.json')) as Catalogue;
    const folder = `lists/${top.list}`;
    return readdirSync(join(outDir, 'archive', folder))
      .filter((name) => /^\d+\.json$/.test(name))
      .flatMap((name) => JSON.parse(readArchive(`${folder}/${name}`)) as ArticleSummary[]);
  }

  const folder: ContentFolder = {
    root,
    outDir,
    write(path, text) {
      mkdirSync(dirname(join(contentDir, path)), { recursive: true });
      writeFileSync(join(contentDir, path), text);
    },
    remove: (path) => rmSync(join(contentDir, path)),
    copy(from) {
      rmSync(contentDir, { recursive: true });
      mkdirSync(contentDir);
      for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = join(entry.parentPath, entry.name);
        folder.write(file.slice(from.length + 1), readFileSync(file, 'utf8'));
      }
    },
    async build() {
      const standing = new StandingOutput(outDir);
      const report = await buildArchive({
        contentDir,
        outDir: `${outDir}.partial`,
        cache: new BuildCache(join(root, 'cache/index'), 'key'),
        standing,
        previousDir: outDir,
      });
      standing.shareInto(`${outDir}.partial`);
      replaceOutput(`${outDir}.partial`, outDir);
      return report;
    },
    readRows,
    readIds: () => Object.fromEntries(readRows().map(({ title, id }) => [title, id])),
    readArchive,
    delete: () => rmSync(root, { recursive: true, force: true }),
  };
  return folder;
}

/** Builds the text of a content file; `date` as `2022-05-20 07:00:00`, or none. */
export function buildContentText(
  title: string,
  date: string | undefined,
  body: string,
  categories: readonly string[] = [],
): string {
  const names = categories.map((name) => `\n - ${name}`).join('');
  const lines = [
    `title: ${title}`,
    ...(names ? [`categories:${names}`] : []),
    ...(date ? [`date: ${date}`] : []),
  ];
  return `---\n${lines.join('\n')}\n---\n<p>${body}</p>\n`;
}
