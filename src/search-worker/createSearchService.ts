import traditional from 'opencc-js/dict/TSCharacters';
import { ArchiveError, isMissing, meansMissing } from '../model/ArchiveError.ts';
import type { Article } from '../model/Article.ts';
import { buildArticlePath } from '../model/archivePaths.ts';
import { createTextFolder } from '../model/foldText.ts';
import { readParagraphs } from '../model/readParagraphs.ts';
import { readSearchText } from '../model/search/searchText.ts';
import { cutExcerpt } from './cutExcerpt.ts';
import { isReadable } from './findClause.ts';
import { findNearMisses } from './findNearMisses.ts';
import { chooseMarked, findRanges, markTags } from './findRanges.ts';
import { buildCorpus } from './findTerm.ts';
import { parseQuery, type QueryClause, type SearchQuery } from './parseQuery.ts';
import { SavedTexts } from './SavedTexts.ts';
import type { SearchCorpus } from './SearchCorpus.ts';
import { type BytesReader, SearchIndex } from './SearchIndex.ts';
import type { SearchResult, SearchService } from './SearchService.ts';
import { type FoundArticles, searchArticles } from './searchArticles.ts';
import { cutQuery, searchByWords, type WordSearch } from './searchByWords.ts';

/** What was found in a corpus, of what was asked or of its words. */
type Answer = FoundArticles & { instead?: WordSearch };

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

  /** Does something with the index; once more with the new one where the site has been published anew meanwhile. */
  async function askIndex<T>(ask: (corpus: SearchCorpus) => Promise<T>): Promise<T> {
    const opened = await openIndex();
    const answer = await ask(buildCorpus(opened, folder));
    if (!opened.isOutdated) return answer;
    if ((await index) === opened) index = undefined;
    return ask(buildCorpus(await openIndex(), folder));
  }

  /** Gives the saved texts; undefined where nothing is saved. */
  async function openSaved(): Promise<SavedTexts | undefined> {
    saved = await SavedTexts.open(folder, saved);
    return saved.count === 0 ? undefined : saved;
  }

  async function searchSaved(
    query: SearchQuery,
    clauses: QueryClause[],
  ): Promise<SearchResult | undefined> {
    const opened = await openSaved();
    if (!opened) return undefined;
    const found = await answer(opened, query, clauses);
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
    async search(query, shownNames = {}) {
      const clauses = parseQuery(query.text, folder);
      for (const term of clauses.flatMap(({ terms }) => terms)) {
        if (term.field !== 'category') continue;
        term.paths = Object.entries(shownNames)
          .filter(([, name]) => folder.fold(name).includes(term.text))
          .map(([path]) => path);
      }
      let found: Answer | undefined;
      let failure: unknown;
      try {
        found = await askIndex((corpus) => answer(corpus, query, clauses));
        if (found.unseen.length === 0) return found;
      } catch (error) {
        // A site without an index says so, saved articles or not.
        if (isMissing(error)) throw error;
        failure = error;
      }
      const result = (await searchSaved(query, clauses)) ?? found;
      if (!result) throw failure;
      return result;
    },
    async suggest(text) {
      const clauses = parseQuery(text, folder).filter(isReadable);
      const find = async (corpus: SearchCorpus, read: (article: number) => Promise<Article>) =>
        findNearMisses(corpus, await cutQuery(corpus, clauses), async (article) => {
          const { title, body } = readSearchText(await read(article), folder);
          return title + body;
        });
      try {
        return await askIndex((corpus) => find(corpus, readArticle));
      } catch (error) {
        const opened = await openSaved();
        if (!opened) throw error;
        return find(opened, (article) => readArticle(opened.readId(article)));
      }
    },
    async readRow(article, text) {
      const { html, ...summary } = await readArticle(article);
      const terms = chooseMarked(parseQuery(text, folder));
      const paragraphs = readParagraphs(html);
      const excerpt = cutExcerpt(paragraphs, terms.text, folder);
      const tags = markTags(summary.tags ?? [], terms.tags, folder);
      const titleRanges = findRanges(summary.title, terms.title, folder);
      const inText = paragraphs.map((each) => findRanges(each, terms.text, folder).length);
      return {
        summary,
        titleRanges,
        hitCount: inText.reduce((sum, count) => sum + count, titleRanges.length),
        ...(excerpt && { excerpt }),
        ...(tags && { tags }),
      };
    },
    async mark(texts, text) {
      const terms = chooseMarked(parseQuery(text, folder)).text;
      return texts.map((each) => findRanges(each, terms, folder));
    },
  };
}

/** Searches for what was asked, and where it is nowhere, for its words. */
async function answer(
  corpus: SearchCorpus,
  query: SearchQuery,
  clauses: readonly QueryClause[],
): Promise<Answer> {
  const found = await searchArticles(corpus, query, clauses);
  if (found.unfiltered > 0 || found.unseen.length > 0) return found;
  const cut = await cutQuery(corpus, clauses.filter(isReadable));
  const byWords = await searchByWords(corpus, query, cut);
  return byWords ? { ...found, ...byWords.found, instead: byWords.instead } : found;
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
