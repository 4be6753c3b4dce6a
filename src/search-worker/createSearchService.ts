import traditional from 'opencc-js/dict/TSCharacters';
import { ArchiveError, isMissing, meansMissing } from '../model/ArchiveError.ts';
import type { Article } from '../model/Article.ts';
import { buildArticlePath } from '../model/archivePaths.ts';
import { createTextFolder } from '../model/foldText.ts';
import { readParagraphs } from '../model/readParagraphs.ts';
import { cutExcerpt, findRanges, markTags } from './findRanges.ts';
import { buildCorpus } from './findTerm.ts';
import { parseQuery, type QueryTerm, type SearchQuery } from './parseQuery.ts';
import { SavedTexts } from './SavedTexts.ts';
import { type BytesReader, SearchIndex } from './SearchIndex.ts';
import type { SearchResult, SearchService } from './SearchService.ts';
import { type FoundArticles, searchArticles } from './searchArticles.ts';

/** Makes the search over the archive's files. */
export function createSearchService(read: BytesReader = fetchBytes): SearchService {
  const folder = createTextFolder(traditional);
  let index: Promise<SearchIndex> | undefined;
  let saved: SavedTexts | undefined;

  function openIndex(): Promise<SearchIndex> {
    index ??= SearchIndex.open(read).catch((error: unknown) => {
      index = undefined;
      throw error instanceof ArchiveError ? error : new ArchiveError('damaged', 'search', error);
    });
    return index;
  }

  async function searchIndex(query: SearchQuery, terms: QueryTerm[]): Promise<FoundArticles> {
    const opened = await openIndex();
    const result = await searchArticles(buildCorpus(opened), query, terms);
    if (!opened.isOutdated) return result;
    if ((await index) === opened) index = undefined;
    return searchArticles(buildCorpus(await openIndex()), query, terms);
  }

  async function searchSaved(
    query: SearchQuery,
    terms: QueryTerm[],
  ): Promise<SearchResult | undefined> {
    const opened = await SavedTexts.open(folder, saved);
    saved = opened;
    if (opened.count === 0) return undefined;
    const found = await searchArticles(opened, query, terms);
    const articles = found.articles.map((article) => opened.readId(article));
    return { ...found, articles, savedCount: opened.count };
  }

  async function readArticle(article: number | string): Promise<Article> {
    if (typeof article === 'string') {
      const copy = await SavedTexts.readArticle(article);
      if (!copy) throw new ArchiveError('missing', article);
      return copy;
    }
    const [id = ''] = await (await openIndex()).readIds([article]);
    return JSON.parse(new TextDecoder().decode(await read(buildArticlePath(id)))) as Article;
  }

  return {
    async search(query) {
      const terms = parseQuery(query.text, folder);
      let found: FoundArticles | undefined;
      let failure: unknown;
      try {
        found = await searchIndex(query, terms);
        if (found.unseen.length === 0) return found;
      } catch (error) {
        // A site without an index says so, saved articles or not.
        if (isMissing(error)) throw error;
        failure = error;
      }
      const result = (await searchSaved(query, terms)) ?? found;
      if (!result) throw failure;
      return result;
    },
    async readRow(article, text) {
      const { html, ...summary } = await readArticle(article);
      const terms = parseQuery(text, folder);
      const excerpt = cutExcerpt(readParagraphs(html), terms, folder);
      const tags = markTags(summary.tags ?? [], terms, folder);
      return {
        summary,
        titleRanges: findRanges(summary.title, terms, folder),
        ...(excerpt && { excerpt }),
        ...(tags && { tags }),
      };
    },
    async mark(texts, text) {
      const terms = parseQuery(text, folder).filter(({ isTitleOnly }) => !isTitleOnly);
      return texts.map((each) => findRanges(each, terms, folder));
    },
  };
}

async function fetchBytes(path: string): Promise<Uint8Array> {
  let response: Response;
  try {
    // Parts of the next build have the same addresses: the browser's cache has to ask whether its own are still right.
    response = await fetch(`${import.meta.env.BASE_URL}${path}`, { cache: 'no-cache' });
  } catch (cause) {
    throw new ArchiveError('network', path, cause);
  }
  if (meansMissing(response.status, response.headers.get('Content-Type') ?? ''))
    throw new ArchiveError('missing', path);
  if (!response.ok) throw new ArchiveError('network', path);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new ArchiveError('network', path, cause);
  }
}
