import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import { PAGE_FACTS, type PageFacts } from '../../model/PageFacts.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import type { FileMark } from '../cache/fileMarks.ts';
import { escapeHtml } from '../html/writeHtml.ts';
import { ArchiveWriter } from '../output/ArchiveWriter.ts';
import { type ArticleDrawing, loadArticleDrawing } from './ArticleDrawing.ts';
import type { PageShell } from './buildShell.ts';
import type { ArticlePage } from './listPages.ts';

/** The same for all pages of a site. */
export interface PageSetting {
  /** The folder of the finished app and archive; pages go to `a/` below it. */
  outDir: string;
  /** The program that draws (`app/bundleDrawing.ts`). */
  program: string;
  shell: PageShell;
  site: SiteInfo;
  /** The names to show of categories, by path. */
  names: Record<string, string>;
}

export interface PagesTask {
  setting: PageSetting;
  pages: readonly ArticlePage[];
}

/** Path of an article's page: hosts serve `a/<id>` from it. */
export function buildPagePath(id: string): string {
  return `a/${id}.html`;
}

const drawers = new Map<string, InstanceType<ArticleDrawing['ArticleDrawer']>>();

/** Draws and writes pages of articles. Returns the marks of their files, in the same order. */
export function drawPages({ setting, pages }: PagesTask): FileMark[] {
  const { outDir, program } = setting;
  // Its site and shell are those of one build, as the program is.
  const drawer = drawers.get(program) ?? new (loadArticleDrawing(program).ArticleDrawer)();
  drawers.set(program, drawer);
  const writer = new ArchiveWriter(outDir);
  mkdirSync(join(outDir, 'a'), { recursive: true });
  return pages.map((page) => {
    const text = readFileSync(join(outDir, buildArticlePath(page.id)), 'utf8');
    const { html, ...article } = JSON.parse(text) as Article;
    const facts = buildFacts(setting, article, page);
    const content = drawer.draw(facts, html);
    return writer.writeFile(buildPagePath(page.id), fillShell(setting.shell, facts, content));
  });
}

/** Returns what the page of an article carries. */
function buildFacts(
  { site, names }: PageSetting,
  article: PageFacts['article'],
  { previous, next }: ArticlePage,
): PageFacts {
  const paths = [article.category, ...(article.otherCategories ?? [])].flatMap(listAbove);
  return {
    article,
    site,
    names: Object.fromEntries(
      paths.map((path) => [path, names[path] ?? path.split('/').at(-1) ?? '']),
    ),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

/** Returns the paths of the categories above one, from the top, and its own. */
function listAbove(path: string): string[] {
  return path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}

/** Puts an article into the shell. `content`: the HTML that stands in place of the app. */
export function fillShell(shell: PageShell, facts: PageFacts, content: string): string {
  const data = JSON.stringify({ [PAGE_FACTS]: facts }).replaceAll('<', '\\u003c');
  return [
    shell.start,
    `<title>${escapeHtml(`${facts.article.title} · ${facts.site.title}`)}</title>\n`,
    shell.middle,
    content,
    shell.data,
    `\n<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>\n`,
    shell.end,
  ].join('');
}
