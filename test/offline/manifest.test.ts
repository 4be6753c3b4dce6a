/** The site can be installed, and what build, reader and worker agree on by hand does agree. */
import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { buildManifest } from '../../src/archive/app/buildManifest.ts';
import { formatArticle } from '../../src/archive/output/ArchiveWriter.ts';
import type { Article } from '../../src/model/Article.ts';
import { splitArticleHash } from '../../src/model/articleHash.ts';
import { APP_SEGMENTS } from '../../src/model/offlineNames.ts';
import { isArticleIntact } from '../../src/reader/copies/soundness.ts';

type Picture = { src: string; sizes: string; purpose?: string };

test('the manifest names pictures that are there, in the size they have', () => {
  const site = { base: '/news/', title: '档案', description: '', language: 'zh-CN' } as const;
  const manifest = buildManifest(site) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    name: '档案',
    lang: 'zh-CN',
    start_url: '/news/',
    scope: '/news/',
  });
  // The pictures of the product's own pages are no part of anybody's site.
  expect(manifest).not.toHaveProperty('screenshots');
  const pictures = manifest.icons as Picture[];
  for (const { src, sizes } of pictures.filter((each) => each.src.endsWith('.png'))) {
    const { width, height } = imageSize(readFileSync(src.replace('/news/', 'public/')));
    expect(`${src} ${width}x${height}`).toBe(`${src} ${sizes}`);
  }
  expect(pictures.map(({ purpose }) => purpose)).toContain('maskable');
});

test('the worker knows the first segment of every address of the app', () => {
  const routes = readFileSync('src/reader/routing/routes.ts', 'utf8');
  const table = /export const routes[^{]*\{(.*?)\n\};/s.exec(routes)?.[1] ?? '';
  const segments = [...table.matchAll(/^ {2}'?(\w*)'?: /gm)].map((match) => match[1]);
  expect(segments.length).toBeGreaterThan(3);
  expect(segments.filter((segment) => !APP_SEGMENTS.includes(segment ?? ''))).toEqual([]);
});

describe('the hash of an article file', () => {
  const article = { id: 'abcdefghijkl', title: '题“目”\n𠮷', html: '<p>正文</p>' } as Article;
  const text = formatArticle(article).toString();

  test('is its first field, and the rest is the article', () => {
    expect(Object.keys(JSON.parse(text))).toEqual(['hash', 'id', 'title', 'html']);
    expect(JSON.parse(text)).toMatchObject(article);
    expect(splitArticleHash(text)?.hash).toMatch(/^[\w-]{24}$/);
  });

  test('that the build writes is the one that the reader computes', async () => {
    expect(await isArticleIntact(text, article.id)).toBe(true);
    expect(await isArticleIntact(text, 'mnopqrstuvwx')).toBe(false);
    expect(await isArticleIntact(text.replace('正文', '正义'), article.id)).toBe(false);
    expect(await isArticleIntact(text.slice(0, -1), article.id)).toBe(false);
    expect(await isArticleIntact(JSON.stringify(article), article.id)).toBe(false);
    expect(await isArticleIntact('<!doctype html>', article.id)).toBe(false);
  });
});
