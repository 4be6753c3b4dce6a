/** What search engines are told: every page once, in files of the size that they take. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeRobots } from '../../src/archive/feeds/writeRobots.ts';
import { writeSitemap } from '../../src/archive/feeds/writeSitemap.ts';
import type { ListRow } from '../../src/archive/output/ArchiveWriter.ts';
import { buildLists } from '../../src/archive/output/buildLists.ts';
import { FeedSite, parseXml, readAll, SITE_URL } from './FeedSite.ts';

let site: FeedSite;
beforeEach(() => {
  site = new FeedSite();
});
afterEach(() => site.remove());

const readPlaces = (text: string) => readAll(parseXml(text), 'loc');

test('names the first page, categories and articles, each with its last change', async () => {
  site.writeArticle('一', {
    title: '甲',
    date: '2022-05-20 08:00:00',
    categories: ['港口', "a&b'c"],
  });
  site.writeArticle('二', { title: '乙', categories: ['港口', '..'] });
  site.writeArticle('三', {
    title: '丙',
    date: '2022-05-19 08:00:00',
    updated: '2022-06-01 08:00:00',
  });
  await site.build();
  const xml = parseXml(site.read('sitemap.xml'));
  expect(xml.documentElement.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
  const pages = [...xml.getElementsByTagName('url')].map((page) => [
    (readAll(page, 'loc')[0] ?? '').replace(/a\/[a-z2-7]{12}$/, 'a/…'),
    readAll(page, 'lastmod')[0],
  ]);
  expect(pages).toEqual([
    [SITE_URL, '2022-05-20T00:00:00Z'],
    [expect.stringContaining('c/'), expect.anything()],
    [`${SITE_URL}c/%E6%B8%AF%E5%8F%A3`, '2022-05-20T00:00:00Z'],
    [`${SITE_URL}c/%E6%B8%AF%E5%8F%A3/a%26b'c`, '2022-05-20T00:00:00Z'],
    [`${SITE_URL}a/…`, '2022-06-01T00:00:00Z'],
    [`${SITE_URL}a/…`, '2022-05-20T00:00:00Z'],
    [`${SITE_URL}a/…`, undefined],
  ]);
});

test('an address that an article had before its file was moved is not in it', async () => {
  const fields = { title: '灯塔修好了', date: '2022-05-20 08:00:00' };
  const body = `<p>${'修了三年的灯塔今夜重新亮起，港务局说它看得见二十海里。'.repeat(4)}</p>`;
  site.writeArticle('旧/一', fields, body);
  await site.build();
  const before = readPlaces(site.read('sitemap.xml')).at(-1) ?? '';
  const formerPath = before.replace(`${SITE_URL}a/`, 'archive/articles/');
  site.drop('旧/一');
  site.writeArticle('新/一', fields, body);
  await site.build();
  expect(site.read(`${formerPath}.json`)).toContain('movedTo');
  const places = readPlaces(site.read('sitemap.xml'));
  expect(places).not.toContain(before);
  expect(places.filter((place) => place.startsWith(`${SITE_URL}a/`))).toHaveLength(1);
});

describe('what is too much for one file', () => {
  function writeParts(count: number, limits: { addresses: number; bytes: number }) {
    const rows = Array.from({ length: count }, (_, index): ListRow => {
      const id = index.toString().padStart(12, 'a');
      const day = String((index % 28) + 1).padStart(2, '0');
      return { id, category: '港口', publishedAt: `2022-05-${day}T00:00:00Z`, json: '{}' };
    });
    const files = new Map<string, string>();
    const writer = {
      writeFile: (path: string, data: string | Uint8Array) => {
        files.set(path, String(data));
        return { size: 0, time: 0, inode: 0 } as never;
      },
    };
    writeSitemap({ url: SITE_URL, lists: buildLists(rows), writer, limits });
    return files;
  }

  test.each([
    ['addresses', { addresses: 5, bytes: 1e6 }],
    ['bytes', { addresses: 1e6, bytes: 700 }],
  ])('is split by %s, with an index', (_by, limits) => {
    const files = writeParts(10, limits);
    const parts = readPlaces(files.get('sitemap.xml') ?? '');
    expect(parts.length).toBeGreaterThan(2);
    const names = parts.map((place) => place.replace(SITE_URL, ''));
    expect([...files.keys()].sort()).toEqual([...names, 'sitemap.xml'].sort());
    const pages = names.flatMap((name) => {
      const text = files.get(name) ?? '';
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.bytes);
      const places = readPlaces(text);
      expect(places.length).toBeLessThanOrEqual(limits.addresses);
      return places;
    });
    expect(new Set(pages).size).toBe(12);
    expect(pages).toHaveLength(12);
    expect(files.get('sitemap.xml')).toContain('<lastmod>2022-05-10T00:00:00Z</lastmod>');
  });

  test('50,000 addresses are one file, one more is two', () => {
    const limits = { addresses: 50_000, bytes: 50 * 2 ** 20 };
    expect(writeParts(49_998, limits).size).toBe(1);
    expect(writeParts(49_999, limits).size).toBe(3);
  });
});

describe('robots.txt', () => {
  const write = (settings: { base?: string; url?: string | undefined }) => {
    mkdirSync(join(site.root, 'out'), { recursive: true });
    writeRobots(join(site.root, 'out'), join(site.root, 'content'), {
      base: '/',
      url: undefined,
      ...settings,
    });
    const file = join(site.root, 'out/robots.txt');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  test('names the sitemap where there is one', () => {
    expect(write({ url: SITE_URL })).toBe(
      `User-agent: *\nAllow: /\n\nSitemap: ${SITE_URL}sitemap.xml\n`,
    );
  });
  test('without an address it names none', () =>
    expect(write({})).toBe('User-agent: *\nAllow: /\n'));
  test('under a path there is none', () => expect(write({ base: '/news/' })).toBeUndefined());
  test('the owner’s own beside the articles wins', () => {
    site.write('robots.txt', 'User-agent: x\n');
    expect(write({ url: SITE_URL })).toBe('User-agent: x\n');
  });
  test('one that is in the output stays', () => {
    mkdirSync(join(site.root, 'out'));
    writeFileSync(join(site.root, 'out/robots.txt'), 'User-agent: y\n');
    expect(write({ url: SITE_URL })).toBe('User-agent: y\n');
  });
});
