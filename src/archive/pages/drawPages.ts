import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath, PAGE_DATA_ID } from '../../model/archivePaths.ts';
import { listNames } from '../../model/Catalogue.ts';
import { PAGE_FACTS, type PageFacts } from '../../model/PageFacts.ts';
import type { SiteInfo } from '../../model/SiteInfo.ts';
import type { FileMark } from '../cache/fileMarks.ts';
import { buildArticleHead } from '../head/buildArticleHead.ts';
import type { HeadSite } from '../head/HeadSite.ts';
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
  /** What the app shows of the site. */
  site: SiteInfo;
  /** What heads say of it; its tree knows names alone. */
  head: HeadSite;
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
    const head = buildArticleHead({ ...article, html }, setting.head);
    const whole = fillShell(setting.shell, { head, content, facts });
    return writer.writeFile(buildPagePath(page.id), whole);
  });
}

/** Returns what the page of an article carries. */
function buildFacts(
  { site, head }: PageSetting,
  article: PageFacts['article'],
  { previous, next }: ArticlePage,
): PageFacts {
  const paths = [article.category, ...(article.otherCategories ?? [])].flatMap(listAbove);
  return {
    article,
    site,
    names: Object.fromEntries(paths.map((path) => [path, listNames(head.root, path).at(-1) ?? ''])),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

/** Returns the paths of the categories above one, from the top, and its own. */
function listAbove(path: string): string[] {
  return path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
}

/** What is put into a shell. */
interface Filling {
  /** Lines of the head, from the title on. */
  head: string;
  /** The HTML that stands in place of the app. */
  content: string;
  facts: PageFacts;
}

/** Puts an article into the shell. */
export function fillShell(shell: PageShell, { head, content, facts }: Filling): string {
  const data = JSON.stringify({ [PAGE_FACTS]: facts }).replaceAll('<', '\\u003c');
  return [
    shell.start,
    head,
    shell.middle,
    content,
    shell.data,
    `\n<script type="application/json" id="${PAGE_DATA_ID}">${data}</script>\n`,
    shell.end,
  ].join('');
}
