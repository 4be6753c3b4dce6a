import type { Note } from '../../src/model/Note.ts';
import type { Binder, BookFacts, Chapter } from '../../src/reader/books/Book.ts';
import { bindEpub } from '../../src/reader/books/bindEpub.ts';
import type { Zip } from '../../src/reader/books/openZip.ts';
import { placePictures, prepareBody } from '../../src/reader/books/prepareBody.ts';
import { buildPng } from '../support/buildPng.ts';

/** What these books say of themselves. */
export const facts: BookFacts = {
  title: '港口 & <旧闻>',
  site: '码头旧报',
  licence: '转载请注明出处 & 作者',
  language: 'zh-CN',
  isVertical: false,
  now: new Date('2026-05-05T04:00:00Z'),
  buildAddress: (id) => `https://news.example/a/${id}`,
};

/** A zip that only remembers its files. */
export function rememberZip(): Zip & { files: Map<string, string | Blob> } {
  const files = new Map<string, string | Blob>();
  return {
    files,
    async add(name, content) {
      if (files.has(name)) throw new Error(`${name} stands there twice`);
      files.set(name, content);
    },
    finish: async () => new Blob([]),
    close: () => undefined,
  };
}

/** An article of a test's book: HTML as the archive has it, undefined for one that could not be had. */
export interface TestArticle {
  id: string;
  html: string | undefined;
  publishedAt?: string;
  category?: string;
  notes?: Note[];
}

/** Hands articles to a binder; each picture is there, but those whose address has `lost` in it. */
export async function bindArticles(
  binder: Binder,
  articles: readonly TestArticle[],
): Promise<Blob> {
  const members = new Set(articles.map(({ id }) => id));
  const linkArticle = (id: string) =>
    members.has(id) ? binder.linkArticle(id) : facts.buildAddress(id);
  for (const each of articles) {
    const { id, html, category = '港口/公告', notes = [] } = each;
    const summary: Chapter['summary'] = {
      id,
      title: `题目“${id}” & <b>`,
      category,
      source: '示例社',
      excerpt: '摘要 & <i>',
      ...(each.publishedAt !== undefined && { publishedAt: each.publishedAt }),
    };
    const body =
      html === undefined
        ? undefined
        : prepareBody(html, { prefix: binder.prefixFor(id), linkArticle });
    if (body) {
      const places = new Map<string, string>();
      for (const image of body.querySelectorAll('img[src]')) {
        const address = image.getAttribute('src') ?? '';
        if (!binder.addPicture || address.includes('lost') || places.has(address)) continue;
        const data = new Blob([new Uint8Array(buildPng(address))]);
        places.set(address, await binder.addPicture({ type: 'image/png', data }));
      }
      placePictures(body, (address) => places.get(address));
    }
    const reason = body ? {} : { reason: '网络不通。' };
    await binder.addChapter({ summary, categories: category.split('/'), notes, ...reason }, body);
  }
  return binder.finish();
}

/** Binds an EPUB of articles; returns its files by their names. */
export async function bindTestEpub(
  articles: readonly TestArticle[],
  change: Partial<BookFacts> = {},
): Promise<Map<string, string | Blob>> {
  const zip = rememberZip();
  await bindArticles(await bindEpub({ ...facts, ...change }, zip), articles);
  return zip.files;
}
