import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../src/model/Article.ts';
import { type Catalogue, type Category, findCategory } from '../../src/model/Catalogue.ts';

/** A built site's archive, as a reader should find it. */
export type Archive = {
  catalogue: Catalogue;
  /** All articles as the list must show them: newest first, then those without a date. */
  articles: Article[];
  /** The articles in a category and below it, in the same order. */
  listArticles: (category: string) => Article[];
  /** The node of the tree; throws where there is none. */
  getCategory: (path: string) => Category;
  /** All categories but the root, from the top. */
  categories: Category[];
};

/** Reads a built site's archive. The order comes from the articles' own dates, not from the list files. */
export async function readArchive(folder: string): Promise<Archive> {
  const catalogue: Catalogue = await readJson(join(folder, 'archive', 'catalogue.json'));
  const articlesFolder = join(folder, 'archive', 'articles');
  const files = await readdir(articlesFolder);
  const articles: Article[] = await Promise.all(
    files.map((file) => readJson<Article>(join(articlesFolder, file))),
  );
  articles.sort(compareNewestFirst);
  return {
    catalogue,
    articles,
    listArticles: (category) =>
      articles.filter((article) => `${article.category}/`.startsWith(category && `${category}/`)),
    getCategory: (path) => {
      const category = findCategory(catalogue.root, path);
      if (!category) throw new Error(`no category ${path}`);
      return category;
    },
    categories: catalogue.root.children.flatMap(flatten),
  };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

function compareNewestFirst(a: Article, b: Article): number {
  const [dateA, dateB] = [a.publishedAt, b.publishedAt];
  if (dateA !== dateB) {
    if (dateA === undefined) return 1;
    if (dateB === undefined) return -1;
    return dateA < dateB ? 1 : -1;
  }
  // At the same second the later id is the newer one; without a date the ids go upwards.
  const isAfter = a.id < b.id ? 1 : -1;
  return dateA === undefined ? -isAfter : isAfter;
}

function flatten(category: Category): Category[] {
  return [category, ...category.children.flatMap(flatten)];
}

/** The address of a category below the site's base. */
export function buildCategoryAddress(path: string): string {
  return `c/${path.split('/').map(encodeURIComponent).join('/')}`;
}
