import type { Article } from '../model/Article.ts';
import { buildArticlePath } from '../model/archivePaths.ts';
import { countBeijingDay } from '../model/beijingTime.ts';
import type { TextFolder } from '../model/foldText.ts';
import { compareStored } from '../model/listOrder.ts';
import { buildOfflineNames, findSavedCaches, listSavedCaches } from '../model/offlineNames.ts';
import { PARAGRAPH_END } from '../model/search/grams.ts';
import { findArticleAt } from '../model/search/searchPlaces.ts';
import { readSearchText, type SearchText } from '../model/search/searchText.ts';
import type { QueryTerm } from './parseQuery.ts';
import { type SearchCorpus, type TermHits, UNDATED } from './SearchCorpus.ts';

/** A saved article as it is searched. */
interface SavedText extends SearchText {
  id: string;
  /** Of the copy, as it was put in; another one means another text. */
  state: string;
  category: string;
  source: string;
  /** Beijing day since 1970, -1 without a date. */
  day: number;
  publishedAt?: string;
}

const NAMES = buildOfflineNames(import.meta.env.BASE_URL);

/** Opens those of some caches that are there; none where the browser has no caches. */
async function openCaches(names: readonly string[]): Promise<Cache[]> {
  const { caches } = globalThis as Partial<typeof globalThis>;
  const held = new Set(await caches?.keys());
  return Promise.all(
    names.filter((name) => held.has(name)).map((name) => globalThis.caches.open(name)),
  );
}

/**
 * The saved articles, looked through from end to end: where the network is gone these are all that can be opened, so
 * these are what is searched, and nothing of the index has to be kept for it. Texts are folded once.
 */
export class SavedTexts implements SearchCorpus {
  readonly count: number;
  readonly articles: SearchCorpus['articles'];
  readonly days: Int32Array;
  private readonly texts: readonly SavedText[];
  private readonly starts: Float64Array;
  /** Codes by the folded names of companies. */
  private readonly codes: ReadonlyMap<string, string>;
  readonly fold: SearchCorpus['fold'];

  private constructor(texts: readonly SavedText[], folder: TextFolder) {
    this.texts = texts;
    this.fold = folder.fold;
    this.count = texts.length;
    this.days = Int32Array.from(texts, ({ day }) => day);
    this.starts = new Float64Array(texts.length + 1);
    texts.forEach(({ body }, article) => {
      this.starts[article + 1] = (this.starts[article] as number) + body.length;
    });
    this.codes = new Map(texts.flatMap(({ stockNames }) => stockNames));
    const categories = [...new Set(texts.map(({ category }) => category))];
    const sources = [...new Set(texts.map(({ source }) => source))];
    this.articles = {
      list: '',
      categories,
      category: texts.map(({ category }) => categories.indexOf(category)),
      sources,
      source: texts.map(({ source }) => sources.indexOf(source)),
    };
  }

  /** Reads the saved copies. `before`: what was read last time, whose texts are taken over. */
  static async open(folder: TextFolder, before: SavedTexts | undefined): Promise<SavedTexts> {
    const known = new Map(before?.texts.map((text) => [text.id, text]));
    const texts: SavedText[] = [];
    for (const cache of await openCaches(listSavedCaches(NAMES))) {
      for (const request of await cache.keys()) {
        const [, id = ''] = /\/archive\/articles\/([\w-]+)\.json$/.exec(request.url) ?? [];
        if (id === '') continue;
        const state = request.headers.get('x-state') ?? '';
        const last = known.get(id);
        const text = last?.state === state ? last : await readCopy(cache, request, state, folder);
        if (text) texts.push(text);
      }
    }
    texts.sort(compareStored);
    return new SavedTexts(texts, folder);
  }

  /** Gives the id of an article. */
  readId(article: number): string {
    return this.texts[article]?.id ?? '';
  }

  /** Gives a saved article; undefined where it is saved no more. */
  static async readArticle(id: string): Promise<Article | undefined> {
    const path = `${import.meta.env.BASE_URL}${buildArticlePath(id)}`;
    const { href } = new URL(path, globalThis.location.href);
    for (const cache of await openCaches(findSavedCaches(NAMES, href))) {
      const copy = await cache.match(href);
      if (copy) return (await copy.json()) as Article;
    }
    return undefined;
  }

  async find(term: QueryTerm): Promise<TermHits> {
    const hits: TermHits = { counts: new Map(), inTitle: new Set(), isPartial: false };
    const places: number[] = [];
    const canBeMarked = term.field === 'any' && !term.isExact;
    const code = this.codes.get(term.text) ?? term.text;
    this.texts.forEach(({ title, body, stocks, tags }, article) => {
      if (term.field === 'tag') {
        if (tags.includes(term.text)) hits.counts.set(article, 1);
        return;
      }
      const inTitle = findAll(title, term.text);
      const inBody = term.field === 'title' ? [] : findAll(body, term.text);
      const isMarked = canBeMarked && (stocks.includes(term.text) || stocks.includes(code));
      const count = inTitle.length + inBody.length || Number(isMarked);
      if (count > 0) hits.counts.set(article, count);
      if (inTitle.length > 0) hits.inTitle.add(article);
      for (const at of inBody) places.push((this.starts[article] as number) + at);
    });
    return { ...hits, places: Float64Array.from(places) };
  }

  get size(): number {
    return this.starts[this.count] as number;
  }

  async listPairs(first: string): Promise<Map<string, number>> {
    const pairs = new Map<string, number>();
    for (const { title, body } of this.texts)
      for (const at of findAll(title + body, first)) {
        const pair = (title + body).slice(at, at + 2);
        if (!pair.endsWith(PARAGRAPH_END)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    return pairs;
  }

  findArticle(place: number): number {
    return findArticleAt(this.starts, place);
  }
}

async function readCopy(
  cache: Cache,
  request: Request,
  state: string,
  folder: TextFolder,
): Promise<SavedText | undefined> {
  try {
    const article = (await (await cache.match(request))?.json()) as Article;
    const { id, category, source, publishedAt } = article;
    const day = countBeijingDay(publishedAt ?? '');
    return {
      ...readSearchText(article, folder),
      id,
      state,
      category,
      source,
      ...(publishedAt !== undefined && { publishedAt }),
      day: Number.isNaN(day) ? UNDATED : day,
    };
  } catch {
    return undefined; // damaged or just removed: 离线与存储 tells of it
  }
}

function findAll(text: string, term: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) places.push(at);
  return places;
}
