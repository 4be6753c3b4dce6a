import traditional from 'opencc-js/dict/TSCharacters';
import type { Article } from '../../model/Article.ts';
import { buildArticlePath } from '../../model/archivePaths.ts';
import { createTextFolder } from '../../model/foldText.ts';
import { readParagraphs } from '../../model/readParagraphs.ts';
import { ArchiveError } from '../data/ArchiveError.ts';
import { cutExcerpt, findRanges } from './findRanges.ts';
import { parseQuery } from './parseQuery.ts';
import { type BytesReader, SearchIndex } from './SearchIndex.ts';
import type { SearchService } from './SearchService.ts';
import { searchArticles } from './searchArticles.ts';

/** Makes the search over the archive's files. */
export function createSearchService(read: BytesReader = fetchBytes): SearchService {
  const folder = createTextFolder(traditional);
  let index: Promise<SearchIndex> | undefined;

  function openIndex(): Promise<SearchIndex> {
    index ??= SearchIndex.open(read).catch((error: unknown) => {
      index = undefined;
      throw error instanceof ArchiveError ? error : new ArchiveError('damaged', 'search', error);
    });
    return index;
  }

  return {
    async search(query) {
      return searchArticles(await openIndex(), query, parseQuery(query.text, folder));
    },
    async readRow(article, text) {
      const [id = ''] = await (await openIndex()).readIds([article]);
      const path = buildArticlePath(id);
      const { html, ...summary } = JSON.parse(
        new TextDecoder().decode(await read(path)),
      ) as Article;
      const terms = parseQuery(text, folder);
      const excerpt = cutExcerpt(readParagraphs(html), terms, folder);
      return {
        summary,
        titleRanges: findRanges(summary.title, terms, folder),
        ...(excerpt && { excerpt }),
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
    response = await fetch(`${import.meta.env.BASE_URL}${path}`);
  } catch (cause) {
    throw new ArchiveError('network', path, cause);
  }
  // A host that sends its own page for whatever it does not know has no such file.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  if (response.status === 404 || response.status === 410 || (response.ok && isPage))
    throw new ArchiveError('missing', path);
  if (!response.ok) throw new ArchiveError('network', path);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new ArchiveError('network', path, cause);
  }
}
