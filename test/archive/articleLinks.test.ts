import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ArticleNames } from '../../src/archive/links/ArticleNames.ts';
import { DevArchive } from '../../src/archive/vite/DevArchive.ts';
import type { Article } from '../../src/model/Article.ts';
import { buildContentText, type ContentFolder, createContentFolder } from './contentFolder.ts';

const names = new ArticleNames([
  { id: 'rates', path: '国内/降息.md', publishedAt: '2022-05-20T05:10:02Z', slugs: ['rate-cut'] },
  {
    id: 'steel',
    path: '国内/钢价.md',
    addresses: ['https://www.news.example/steel/1.html?utm_source=x'],
  },
  { id: 'grid', path: '_posts/2022-05-21-grid.md', addresses: ['/energy/grid/'] },
  { id: 'part', path: 'series/wind/index.md' },
  { id: 'note1', path: '一/札记.md' },
  { id: 'note2', path: '二/札记.md' },
]);

describe('the article that a link leads to', () => {
  test.each([
    ['a file beside it', '降息.md', '国内/钢价.md', 'rates'],
    [
      'a file with a percent-encoded name',
      '../%E5%9B%BD%E5%86%85/%E9%99%8D%E6%81%AF.html',
      '一/札记.md',
      'rates',
    ],
    ['a path from the folder, with a place in it', '/国内/降息#二', '一/札记.md', 'rates'],
    ['a name alone', '降息', '一/札记.md', 'rates'],
    ['a name in other letters', '2022-05-21-GRID', '一/札记.md', 'grid'],
    ['the name behind a day', 'grid', '一/札记.md', 'grid'],
    ['a former address with the day', '/2022/05/20/降息/', '一/札记.md', 'rates'],
    ['a former address with a slug', '/news/2022/05/20/rate-cut.html', '一/札记.md', 'rates'],
    ['a former address with the day of the name', '/2022/05/21/grid/', '一/札记.md', 'grid'],
    ['an address of its own', '/energy/grid', '一/札记.md', 'grid'],
    ['a folder', '/series/wind/', '一/札记.md', 'part'],
    ['the end of a path', 'wind/', '一/札记.md', 'part'],
    ['the address of the original', 'http://news.example/steel/1.html#top', '一/札记.md', 'steel'],
    ['a name that two have, beside it', '札记.md', '二/降息.md', 'note2'],
    ['a name that two have', '札记', '国内/钢价.md', undefined],
    ['a name with a path that it has not', '/sport/降息.md', '一/札记.md', undefined],
    ['another day', '/2021/05/20/降息/', '一/札记.md', undefined],
    [
      'another address of the original',
      'https://news.example/steel/2.html',
      '一/札记.md',
      undefined,
    ],
    ['the article itself', '降息.md', '国内/降息.md', undefined],
    ['the front page', '/', '一/札记.md', undefined],
    ['no name', '..', '一/札记.md', undefined],
    ['half an escape', '%E5%9B', '一/札记.md', undefined],
  ])('%s', (_, href, from, id) => {
    expect(names.find(href, from)).toBe(id);
  });
});

describe('links between files', () => {
  let folder: ContentFolder;
  const readHtml = (title: string) =>
    (JSON.parse(folder.readArchive(`articles/${folder.readIds()[title]}.json`)) as Article).html;
  /** Long ago, so that the cache keeps what became of it. */
  const write = (name: string, body: string) => {
    folder.write(`文/${name}.md`, buildContentText(name, '2022-05-20', body));
    const past = new Date(Date.now() - 60_000);
    utimesSync(join(folder.root, `content/文/${name}.md`), past, past);
  };

  beforeAll(() => {
    folder = createContentFolder();
  });
  afterAll(() => folder.delete());

  test('lead to the article, as long as it is there, with a cache and without', async () => {
    write(
      '甲',
      '见<a href="乙.html">乙文</a>、<a href="丙.md">丙文</a>，和<a href="https://x.example/y">别处</a>。',
    );
    write('乙', '正文。');
    await folder.build();
    const b = folder.readIds().乙;
    const outside = '<a href="https://x.example/y">别处</a>';
    expect(readHtml('甲')).toBe(`<p>见<a href="a/${b}">乙文</a>、丙文，和${outside}。</p>`);

    write('丙', '正文。');
    await folder.build();
    const c = folder.readIds().丙;
    const both = `<p>见<a href="a/${b}">乙文</a>、<a href="a/${c}">丙文</a>，和${outside}。</p>`;
    expect(readHtml('甲')).toBe(both);
    await folder.build();
    expect(readHtml('甲')).toBe(both);

    folder.remove('文/乙.md');
    await folder.build();
    expect(readHtml('甲')).toBe(`<p>见乙文、<a href="a/${c}">丙文</a>，和${outside}。</p>`);
  });

  test('lead there as Hexo, Hugo and Obsidian write them', async () => {
    folder.write('文/题 目.md', '---\ntitle: 题目\ndate: 2022-05-20\n---\n<p>正文。</p>\n');
    folder.write(
      '文/写法.md',
      '---\ntitle: 写法\ndate: 2022-05-20\n---\n一 [[题 目]]，二 [[题 目#节|那篇]]，三 [字]({{< ref "题 目.md" >}})，' +
        '四 {% post_link "题 目" 词 %}。\n\n五 [[没有的]]，**六** ![[没有.png]]\n',
    );
    await folder.build();
    const link = `<a href="a/${folder.readIds().题目}">`;
    const html = readHtml('写法');
    expect(html).toContain(
      `<p>一 ${link}题 目</a>，二 ${link}那篇</a>，三 ${link}字</a>，四 ${link}词</a>。</p>`,
    );
    expect(html).toContain('<p>五 没有的，');
  });

  test('in development, too', () => {
    const images = mkdtempSync(join(tmpdir(), 'cangbao-links-'));
    const archive = new DevArchive(join(folder.root, 'content'), images);
    const ids = folder.readIds();
    const read = () =>
      (JSON.parse(archive.answer(`archive/articles/${ids.甲}.json`) as string) as Article).html;
    expect(read()).toContain(`<a href="a/${ids.丙}">丙文</a>`);
    folder.remove('文/丙.md');
    archive.refresh(join(folder.root, 'content/文/丙.md'));
    expect(read()).toContain('丙文，');
    expect(read()).not.toContain(`a/${ids.丙}`);
    rmSync(images, { recursive: true });
  });
});
