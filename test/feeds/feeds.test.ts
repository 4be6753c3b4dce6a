/** What a feed reader gets: the newest articles whole, in files that every parser takes. */
import Parser from 'rss-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildFeedPaths } from '../../src/archive/feeds/feedPaths.ts';
import { FeedSite, parseXml, readAll, SITE_URL } from './FeedSite.ts';

let site: FeedSite;
beforeEach(() => {
  site = new FeedSite();
});
afterEach(() => site.remove());

const at = (minute: number) =>
  `2022-05-20 ${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;

test('a feed reader reads back titles, dates, whole texts with captions, newest first', async () => {
  site.writeArticle('一', { title: '潮汐表', date: at(0), categories: ['港口', '公告'] });
  const link = 'https://source.example/a?b=1&c=2';
  const fields = { title: '灯塔', date: at(5), updated: '2022-06-01 08:00:00', link, tags: ['夜'] };
  const image =
    '<p>灯塔每夜亮起，船按它的光靠岸。</p><figure><img src="https://pics.example/a.jpg?x=1&amp;y=2"><figcaption>图：渡轮 &amp; 灯塔</figcaption></figure>';
  site.writeArticle('二', { ...fields, categories: ['港口', '公告'] }, image);
  await site.build({ title: '港报', description: '港口的消息', licence: '版权归原作者' });

  const feed = await new Parser().parseString(site.read('feed.xml'));
  expect(feed).toMatchObject({ title: '港报', link: SITE_URL, feedUrl: `${SITE_URL}feed.xml` });
  expect(feed.items.map(({ title }) => title)).toEqual(['灯塔', '潮汐表']);
  const [first] = feed.items;
  expect(first?.link).toMatch(/^https:\/\/news\.example\.org\/a\/[a-z2-7]{12}$/);
  expect(first?.id).toBe(first?.link);
  expect(first?.pubDate).toBe('2022-05-20T00:05:00.000Z');
  expect(first?.content?.trim()).toBe(
    '<p>灯塔每夜亮起，船按它的光靠岸。</p>\n' +
      '<figure><img src="https://pics.example/a.jpg?x=1&amp;y=2" alt="">' +
      '<figcaption>图：渡轮 &amp; 灯塔</figcaption></figure>',
  );

  const json = site.readJson('feed.json');
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: '港报',
    home_page_url: SITE_URL,
    feed_url: `${SITE_URL}feed.json`,
  });
  expect(json.items[0]).toMatchObject({
    id: first?.link,
    url: first?.link,
    external_url: link,
    content_html: first?.content?.trim(),
    date_published: '2022-05-20T00:05:00.000Z',
    date_modified: '2022-06-01T00:00:00.000Z',
    tags: ['港口/公告', '夜'],
  });
});

test('has all that RFC 4287 asks for', async () => {
  site.writeArticle('一', { title: '甲', date: at(0), author: '港务局' });
  site.writeArticle('二', { title: '乙', date: at(1), updated: '2022-06-01 08:00:00' });
  await site.build({ title: '港报' });
  const xml = parseXml(site.read('feed.xml'));
  const feed = xml.documentElement;
  expect(feed.namespaceURI).toBe('http://www.w3.org/2005/Atom');
  const own = (element: Element, name: string) =>
    [...element.children].filter(({ localName }) => localName === name);
  for (const element of [feed, ...feed.getElementsByTagName('entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(own(element, name)).toHaveLength(1);
    const [id] = own(element, 'id');
    expect(URL.canParse(id?.textContent?.trim() ?? '')).toBe(true);
    const [updated] = own(element, 'updated');
    expect(updated?.textContent).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
  }
  expect(own(feed, 'author')).toHaveLength(1);
  expect(new Set(readAll(feed, 'id')).size).toBe(3);
  const self = own(feed, 'link').find((link) => link.getAttribute('rel') === 'self');
  expect(self?.getAttribute('href')).toBe(`${SITE_URL}feed.xml`);
  // The newest change, and no clock.
  expect(own(feed, 'updated')[0]?.textContent).toBe('2022-06-01T00:00:00.000Z');
  for (const category of feed.getElementsByTagName('category'))
    expect(category.getAttribute('term')).toBeTruthy();
});

test('holds the newest 50 of each list, and a shared article once in each', async () => {
  for (let i = 0; i < 51; i++)
    site.writeArticle(`${i}`, { title: `第${i}号`, date: at(i), categories: [['港口'], ['航班']] });
  site.writeArticle('x', { title: '仓库', date: at(99), categories: ['仓库'] });
  await site.build();
  const titles = (path: string) => site.readJson(path).items.map(({ title }) => title);
  expect(titles('feed.json')).toHaveLength(50);
  expect(titles('feed.json').slice(0, 2)).toEqual(['仓库', '第50号']);
  for (const category of ['港口', '航班']) {
    const { atom, json } = buildFeedPaths(category);
    expect(titles(json)).toEqual(Array.from({ length: 50 }, (_, i) => `第${50 - i}号`));
    expect(readAll(parseXml(site.read(atom)), 'entry')).toHaveLength(50);
  }
});

test('an article without a date is in none; a list of such articles has none', async () => {
  site.writeArticle('一', { title: '有日期', date: at(0), categories: ['港口'] });
  site.writeArticle('二', { title: '没有日期', categories: ['港口'] });
  site.writeArticle('三', { title: '也没有', categories: ['旧稿'] });
  for (let i = 0; i < 50; i++)
    site.writeArticle(`${i}`, { title: `旧闻${i}`, categories: ['港口'] });
  await site.build();
  expect(site.readJson('feed.json').items.map(({ title }) => title)).toEqual(['有日期']);
  const harbour = buildFeedPaths('港口');
  expect(site.list().filter((path) => /feed/.test(path))).toEqual(
    ['feed.json', 'feed.xml', harbour.json, harbour.atom].sort(),
  );
});

test('no articles, no address, or feeds: off leave them out', async () => {
  await site.build();
  expect(site.list()).toEqual(['sitemap.xml']);
  site.writeArticle('一', { title: '甲', date: at(0) });
  await site.build({ url: undefined });
  expect(site.list()).toEqual([]);
  await site.build({ feeds: false });
  expect(site.list()).toEqual(['sitemap.xml']);
});

test('what is hidden is in no feed and has none', async () => {
  site.writeArticle('一', { title: '公开', date: at(0), categories: ['港口'] });
  site.writeArticle('二', { title: '钥匙', date: at(1), categories: ['内部', '旧稿'] });
  site.writeArticle('三', { title: '两处', date: at(2), categories: [['港口'], ['内部']] });
  await site.build({ hidden: ['内部'] });
  const names = site.list().filter((path) => path.startsWith('feeds/'));
  const { atom, json } = buildFeedPaths('港口');
  expect(names).toEqual([json, atom].sort());
  for (const path of [...names, 'feed.xml', 'feed.json', 'sitemap.xml'])
    expect(decodeURI(site.read(path))).not.toMatch(/钥匙|两处|内部/);
});

describe('awkward text', () => {
  const AWKWARD = 'a ]]> & <b> \u0008\u0085 \u{1F4F0} \ud83d "q" \' --> &amp; \ufffe';

  test('leaves every file readable', async () => {
    const fields = { title: AWKWARD, tags: [AWKWARD], author: AWKWARD, date: at(0) };
    const body = `<p>${AWKWARD} &#8;</p><pre>${AWKWARD}</pre>`;
    site.writeArticle('一', { ...fields, categories: [AWKWARD] }, body);
    await site.build({ title: AWKWARD, description: AWKWARD, licence: AWKWARD });
    const files = site.list();
    expect(files).toHaveLength(5);
    for (const path of files) {
      if (path.endsWith('.json')) site.readJson(path);
      else parseXml(site.read(path));
    }
    const [title] = readAll(parseXml(site.read('feed.xml')), 'title');
    expect(title).toBe('a ]]> & <b>  \u{1F4F0} \ufffd "q" \' --> &amp; \ufffd');
    const json = site.readJson('feed.json');
    expect(json.title).toBe(title);
    // In an article's fields, entities are decoded.
    const decoded = title?.replace('&amp;', '&');
    expect([json.items[0]?.title, json.items[0]?.tags?.at(-1)]).toEqual([decoded, decoded]);
    const parsed = await new Parser().parseString(site.read('feed.xml'));
    expect(parsed.items).toHaveLength(1);
  });

  test('names of categories that no disk or host takes have feeds all the same', async () => {
    const names = ['a:b?c#d', 'AI', 'ai', '长'.repeat(100), 'con', '尾.', '100%', 'feed.xml'];
    for (const name of names)
      site.writeArticle(name.slice(0, 9), { title: name, date: at(0), categories: [name] });
    site.writeArticle('x', { title: '点', date: at(0), categories: ['..'] });
    await site.build();
    for (const name of names) {
      const feed = site.readJson(buildFeedPaths(name).json);
      expect(feed.items.map(({ title }) => title)).toEqual([name]);
      expect(feed.home_page_url).toBe(`${SITE_URL}c/${encodeURIComponent(name)}`);
    }
    // It has no address that a browser would keep.
    expect(site.list()).not.toContain(buildFeedPaths('..').json);
    expect(new Set(site.list().map((path) => path.toLowerCase())).size).toBe(2 * names.length + 3);
    expect(site.list().every((path) => /^[\w./-]{1,40}$/.test(path))).toBe(true);
  });
});

test('addresses in the text are absolute, under a path of Chinese names, too', async () => {
  const url = 'https://example.org/%E6%96%B0%E9%97%BB&c/';
  site.write(
    '一.md',
    `---\ntitle: 注\ndate: ${at(0)}\n---\n<p>见注<sup><a href="#fn" id="ref">1</a></sup>。</p>
<p class="right" style="text-align:right">港务局</p><p><a id="fn" href="#ref">1</a> 注的内容。</p>\n<p><img src="灯 塔.svg"></p>`,
  );
  site.write('灯 塔.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>');
  await site.build({ url, base: '/%E6%96%B0%E9%97%BB&c/' });
  const [first] = readAll(parseXml(site.read('sitemap.xml')), 'loc');
  expect(first).toBe(url);
  const [item] = site.readJson('feed.json').items;
  expect(item?.url).toMatch(`${url}a/`);
  expect(item?.content_html).toContain(`<a href="${item?.url.replace('&', '&amp;')}#note-`);
  expect(item?.content_html).toContain(`<img src="${url.replace('&', '&amp;')}archive/images/`);
  expect(item?.content_html).not.toMatch(/ (?:class|id)=/);
});

test('equal content gives byte-equal files, from fresh articles or from those that stand', async () => {
  for (let i = 0; i < 4; i++)
    site.writeArticle(`${i}`, { title: `第${i}号`, date: at(i), categories: ['港口'] });
  await site.build();
  const before = site.list().map((path) => site.read(path));
  await site.build();
  expect(site.list().map((path) => site.read(path))).toEqual(before);
});
