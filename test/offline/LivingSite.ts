import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { addPageData } from '../../src/archive/output/addPageData.ts';
import type { Article, ArticleSummary } from '../../src/model/Article.ts';
import { buildArticlePath, buildListPagePath } from '../../src/model/archivePaths.ts';
import { type Catalogue, type Category, PAGE_SIZE } from '../../src/model/Catalogue.ts';
import { findRow } from '../../src/model/listOrder.ts';
import type { Random } from '../bench/createRandom.ts';
import { runFolderVariable } from '../support/buildSite.ts';

/** One state of the archive as a reader may see it. */
export interface LivingBuild {
  folder: string;
  /** Titles as they stand on screen, by category path; `''` for all. */
  lists: Map<string, string[]>;
  /** The tree as it stands on screen: names with counts. */
  tree: string[];
  /** By id. */
  articles: Map<string, LivingText>;
}

/** One article of it. */
export interface LivingText {
  title: string;
  text: string;
  category: string;
}

/** Gives what names an article in all its drafts and under all its ids. */
export function readNumber(title: string): string {
  return /第(\d+)号/.exec(title)?.[1] ?? title;
}

interface LivingArticle {
  number: number;
  /** Of the text and the title. */
  version: number;
  category: string;
  file: string;
  /** Hours since the first one. */
  hour: number;
  isTitleNew: boolean;
}

export const categories = ['日报/要闻', '日报/副刊'];

/**
 * An archive that is published again and again, each time into a folder of its own, around the app of one built site.
 */
export class LivingSite {
  private readonly app: string;
  private readonly root: string;
  private readonly content: string;
  private readonly articles = new Map<number, LivingArticle>();
  private next = 0;
  private count = 0;
  /** The last build, which the next one takes its articles' former ids from. */
  private last: string | undefined;

  constructor(app: string) {
    this.app = app;
    this.root = mkdtempSync(join(process.env[runFolderVariable] ?? '', 'living-'));
    this.content = join(this.root, 'content');
    mkdirSync(this.content);
  }

  /** Adds articles: newer than all, or somewhere among the others. */
  add(random: Random, count: number, isBackfill = false): void {
    for (let index = 0; index < count; index += 1) {
      const number = this.next;
      this.next += 1;
      const hour = isBackfill ? random.integer(0, 10 * number) : 10 * number;
      const category = random.pick(categories);
      // Of one name in a folder for each moment, as daily papers come; others may come before them.
      const file =
        number % 3 === 0 ? `${String(hour).padStart(5, '0')}-${number}/要闻.md` : `${number}.md`;
      this.write({ number, version: 1, category, file, hour, isTitleNew: false });
    }
  }

  /** Changes the text of an article, and its title perhaps. */
  correct(random: Random): void {
    this.rewrite(this.pick(random).number, random.chance(0.6));
  }

  /** The same for one article, from 0. */
  rewrite(number: number, isTitleNew: boolean): void {
    const article = this.articles.get(number);
    if (article) this.write({ ...article, version: article.version + 1, isTitleNew });
  }

  /** Gives the file of an article, the one with a number or any, another name, and so the article another id. */
  rename(random: Random, number?: number): void {
    const article = this.articles.get(number ?? -1) ?? this.pick(random);
    rmSync(join(this.content, article.file));
    this.write({ ...article, file: `又名-${article.file}` });
  }

  remove(random: Random): void {
    if (this.articles.size < 3) return;
    const article = this.pick(random);
    this.articles.delete(article.number);
    rmSync(join(this.content, article.file));
  }

  /** Builds the site as it is now, or from other content. */
  async publish(content = this.content): Promise<LivingBuild> {
    const folder = this.makeFolder();
    await buildArchive({
      contentDir: content,
      outDir: folder,
      ...(this.last && { previousDir: this.last }),
    });
    this.last = folder;
    addPageData(folder);
    return readBuild(folder);
  }

  /**
   * Makes what a host has while one build is copied over another: a part of the new files, and none of the old ones
   * gone.
   */
  mix(before: LivingBuild, after: LivingBuild, random: Random): string {
    const folder = this.makeFolder();
    for (const name of ['archive', 'index.html', '404.html']) {
      cpSync(join(before.folder, name), join(folder, name), { recursive: true });
    }
    const parts = {
      pages: /^(?:index|404)\.html$/,
      catalogue: /^archive\/catalogue\.json$/,
      lists: /^archive\/lists\//,
      articles: /^archive\/articles\//,
    };
    const names = Object.keys(parts) as (keyof typeof parts)[];
    const chosen = names.filter(() => random.chance(0.5));
    const isMeant = (path: string) =>
      chosen.some((name) => parts[name].test(path)) || random.chance(0.1);
    for (const path of readdirSync(after.folder, { recursive: true, encoding: 'utf8' })) {
      if (!/^(?:[^/]+\.html|archive\/.*\.json)$/.test(path) || !isMeant(path)) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), readFileSync(join(after.folder, path)));
    }
    return folder;
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private makeFolder(): string {
    const folder = join(this.root, `build-${this.count}`);
    this.count += 1;
    mkdirSync(folder);
    for (const name of readdirSync(this.app)) {
      if (name !== 'archive' && !name.endsWith('.html'))
        symlinkSync(join(this.app, name), join(folder, name));
    }
    // The page without archive files; `addPageData` makes the other two of it.
    for (const name of ['app.html', 'index.html'])
      cpSync(join(this.app, 'app.html'), join(folder, name));
    return folder;
  }

  private pick(random: Random): LivingArticle {
    return random.pick([...this.articles.values()]);
  }

  private write(article: LivingArticle): void {
    this.articles.set(article.number, article);
    const { number, version, category, hour, isTitleNew } = article;
    const date = new Date(Date.UTC(2022, 0, 1) + hour * 3_600_000).toISOString();
    const title = `第${number}号报道${isTitleNew ? `（第${version}稿）` : ''}`;
    const head = [
      `title: '${title}'`,
      'categories:',
      ...category.split('/').map((name) => ` - ${name}`),
    ];
    const text = `这是第${number}号报道第${version}稿的正文，记者从现场了解到最新情况。`;
    mkdirSync(dirname(join(this.content, article.file)), { recursive: true });
    writeFileSync(
      join(this.content, article.file),
      `---\n${head.join('\n')}\ndate: ${date}\n---\n<p>${text}</p><p>另一段说明情况的文字，保持不变。</p>\n`,
    );
  }
}

function readBuild(folder: string): LivingBuild {
  const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  const { root, lists } = read<Catalogue>('archive/catalogue.json');
  const build: LivingBuild = { folder, lists: new Map(), tree: [], articles: new Map() };
  const visit = (category: Category) => {
    const info = lists[category.list];
    const pages = Array.from({ length: Math.ceil(category.count / PAGE_SIZE) }, (_, index) =>
      read<ArticleSummary[]>(buildListPagePath(category.list, index + 1)),
    );
    const titles = Array.from({ length: category.count }, (_, position) => {
      const place = findRow(info as NonNullable<typeof info>, position);
      return pages[place.page - 1]?.[place.index]?.title ?? '';
    });
    build.lists.set(category.path, titles);
    if (category.path !== '') build.tree.push(`${category.name} ${category.count}`);
    category.children.forEach(visit);
  };
  visit(root);
  for (const name of readdirSync(join(folder, 'archive/articles'))) {
    const { id, title, category, html } = read<Partial<Article>>(
      buildArticlePath(name.replace('.json', '')),
    );
    // A former address names the present one only.
    if (!id || !title || category === undefined || html === undefined) continue;
    build.articles.set(id, { title, category, text: html.replace(/<[^>]+>/g, '') });
  }
  return build;
}
