import type { ArticleSummary } from '../../model/Article.ts';
import { PAGE_SIZE } from '../../model/Catalogue.ts';
import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import type { ExportSource } from '../downloads/ExportSource.ts';
import { writeRows } from '../downloads/writeRows.ts';
import { buildHref } from '../routing/routes.ts';
import { bookWords } from '../words/bookWords.ts';

/** Returns a whole result as something to be exported: its articles, or what the list knows of them as a table. */
export function buildSource(
  query: SearchQuery,
  result: SearchResult,
  read: () => Promise<ArticleSummary[]>,
): ExportSource {
  const origin = new URL(buildHref({ name: 'list', category: '' }), window.location.href).href;
  return {
    title: bookWords.searchOf(query.text.trim()),
    count: result.articles.length,
    read,
    tables: [
      { name: 'CSV', ending: 'csv', write: async () => writeCsv(await read(), origin) },
      { name: 'JSON', ending: 'json', write: async () => writeJson(query, result, await read()) },
    ],
  };
}

/** Gives one page of a stored list. */
export type PageReader = (list: string, page: number) => Promise<ArticleSummary[]>;

/** Gives the summaries of all articles of a result, in its order; each list page is read once. */
export async function collectSummaries(
  { articles, list }: Pick<SearchResult, 'articles' | 'list'>,
  readPage: PageReader,
  readSaved: (id: string) => Promise<ArticleSummary>,
): Promise<ArticleSummary[]> {
  const numbers = articles.filter((article) => typeof article === 'number');
  if (numbers.length < articles.length) {
    return Promise.all(articles.map((id) => readSaved(String(id))));
  }
  const pages = new Map<number, ArticleSummary[]>();
  for (const article of [...numbers].sort((a, b) => a - b)) {
    const page = Math.floor(article / PAGE_SIZE) + 1;
    if (!pages.has(page)) pages.set(page, await readPage(list, page));
  }
  return numbers.flatMap(
    (article) => pages.get(Math.floor(article / PAGE_SIZE) + 1)?.[article % PAGE_SIZE] ?? [],
  );
}

/** Writes a result as a table for spreadsheets. */
export function writeCsv(summaries: readonly ArticleSummary[], origin: string): string {
  const rows = summaries.map(({ id, title, publishedAt = '', category, source, excerpt }) => [
    publishedAt,
    title,
    category,
    source,
    `${origin}a/${id}`,
    excerpt,
  ]);
  return writeRows([HEAD, ...rows]);
}

const HEAD = ['date', 'title', 'category', 'source', 'address', 'excerpt'];

/** Writes a result as JSON, with the question and the counts per month. */
export function writeJson(
  query: SearchQuery,
  { months, categories }: SearchResult,
  summaries: readonly ArticleSummary[],
): string {
  return JSON.stringify(
    { query, count: summaries.length, months, categories, articles: summaries },
    null,
    1,
  );
}
