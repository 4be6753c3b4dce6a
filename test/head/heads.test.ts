/** What previews, search engines and feed readers find in a page's head. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { buildArticleHead } from '../../src/archive/head/buildArticleHead.ts';
import { buildListHead } from '../../src/archive/head/buildListHead.ts';
import type { HeadSite } from '../../src/archive/head/HeadSite.ts';
import { putHead } from '../../src/archive/head/putHead.ts';
import type { Article } from '../../src/model/Article.ts';
import type { Category } from '../../src/model/Catalogue.ts';

const URL_OF_SITE = 'https://news.example.org/news/';

function buildCategory(path: string, children: Category[] = [], more = {}): Category {
  const name = path.split('/').at(-1) ?? '';
  return { path, name, count: 1, list: 'x', lastDate: '2022-05-20T00:00:00Z', children, ...more };
}

const ROOT = buildCategory('', [
  buildCategory('金融', [buildCategory('金融/财经', [], { name: '财经要闻' })]),
  buildCategory('内部', [buildCategory('内部/旧稿')], { isHidden: true }),
  buildCategory('旧稿', [], { lastDate: undefined }),
  buildCategory('..'),
]);

const SITE: HeadSite = {
  url: URL_OF_SITE,
  title: '港报',
  description: '港口的消息',
  language: 'zh-CN',
  feeds: true,
  root: ROOT,
  card: { src: 'card.png', width: 1200, height: 630 },
};

const ARTICLE: Article = {
  id: 'abcdefghijkl',
  title: '灯塔修好了',
  publishedAt: '2022-05-20T05:10:02Z',
  updatedAt: '2022-06-01T00:00:00Z',
  category: '金融/财经',
  source: '某市日报',
  excerpt: '灯塔修好了。',
  imageCount: 1,
  characterCount: 10,
  html: '<p>修了三年的灯塔今夜亮起。</p>\n<p>船员们说，二十海里外就能看见。</p>',
  link: 'https://source.example/a?b=1&c=2',
  tags: ['灯塔', '港口'],
  reporter: '某市日报记者 张三 李四 城南报道',
  leadImage: { src: 'archive/images/x.jpg', width: 800, height: 600, caption: '图：灯塔' },
  stocks: [],
  images: [],
  hasMissingVideo: false,
};

interface Head {
  title: string;
  /** By `name` or `property`. */
  metas: Record<string, string[]>;
  links: Record<string, string>[];
  graph: Record<string, unknown>[];
  tags: string[];
}

/** Reads the lines as a browser does. */
function readHead(lines: string): Head {
  const document = parse(`<!doctype html><html><head>${lines}</head><body></body></html>`);
  const head: Head = { title: '', metas: {}, links: [], graph: [], tags: [] };
  const visit = (node: DefaultTreeAdapterTypes.ChildNode) => {
    if (!('tagName' in node)) return;
    head.tags.push(node.tagName);
    const attrs = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    const [first] = node.childNodes;
    const text = first && 'value' in first ? first.value : '';
    if (node.tagName === 'title') head.title = text;
    const name = attrs.name ?? attrs.property;
    if (name) head.metas[name] = [...(head.metas[name] ?? []), attrs.content ?? ''];
    if (node.tagName === 'link') head.links.push(attrs);
    if (attrs.type === 'application/ld+json') head.graph = JSON.parse(text)['@graph'];
    node.childNodes.forEach(visit);
  };
  document.childNodes.forEach(visit);
  return head;
}

const readArticle = (more: Partial<Article> = {}, site: Partial<HeadSite> = {}) =>
  readHead(buildArticleHead({ ...ARTICLE, ...more }, { ...SITE, ...site }));

describe('an article', () => {
  test('says what it is to previews and search engines', () => {
    const { title, metas, links } = readArticle();
    expect(title).toBe('灯塔修好了 · 港报');
    expect(metas).toEqual({
      description: ['修了三年的灯塔今夜亮起。船员们说，二十海里外就能看见。'],
      author: ['某市日报记者 张三 李四 城南报道'],
      'og:type': ['article'],
      'og:site_name': ['港报'],
      'og:locale': ['zh_CN'],
      'og:title': ['灯塔修好了'],
      'og:description': metas.description,
      'og:url': [`${URL_OF_SITE}a/abcdefghijkl`],
      'og:image': [`${URL_OF_SITE}archive/images/x.jpg`],
      'og:image:width': ['800'],
      'og:image:height': ['600'],
      'og:image:alt': ['图：灯塔'],
      'twitter:card': ['summary_large_image'],
      'article:published_time': ['2022-05-20T05:10:02Z'],
      'article:modified_time': ['2022-06-01T00:00:00Z'],
      'article:section': ['财经要闻'],
      'article:tag': ['灯塔', '港口'],
    });
    expect(links[0]).toEqual({ rel: 'canonical', href: `${URL_OF_SITE}a/abcdefghijkl` });
    expect(links.slice(1).map(({ type, title: name }) => [type, name])).toEqual([
      ['application/atom+xml', '财经要闻 · 港报'],
      ['application/feed+json', '财经要闻 · 港报'],
      ['application/atom+xml', '港报'],
      ['application/feed+json', '港报'],
    ]);
  });

  test('is a NewsArticle with all that is asked for, and the way to it', () => {
    const [article, way] = readArticle().graph;
    expect(article).toMatchObject({
      '@type': 'NewsArticle',
      headline: '灯塔修好了',
      url: `${URL_OF_SITE}a/abcdefghijkl`,
      image: [
        {
          '@type': 'ImageObject',
          url: `${URL_OF_SITE}archive/images/x.jpg`,
          width: 800,
          height: 600,
        },
      ],
      datePublished: '2022-05-20T05:10:02Z',
      dateModified: '2022-06-01T00:00:00Z',
      author: [
        { '@type': 'Person', name: '张三' },
        { '@type': 'Person', name: '李四' },
      ],
      publisher: { '@type': 'Organization', name: '某市日报' },
      articleSection: '财经要闻',
      keywords: ['灯塔', '港口'],
      inLanguage: 'zh-CN',
      isBasedOn: 'https://source.example/a?b=1&c=2',
      isPartOf: { '@type': 'WebSite', name: '港报', url: URL_OF_SITE },
    });
    expect(way).toEqual({
      '@type': 'BreadcrumbList',
      itemListElement: [
        ['港报', URL_OF_SITE],
        ['金融', `${URL_OF_SITE}c/%E9%87%91%E8%9E%8D`],
        ['财经要闻', `${URL_OF_SITE}c/%E9%87%91%E8%9E%8D/%E8%B4%A2%E7%BB%8F`],
        ['灯塔修好了', `${URL_OF_SITE}a/abcdefghijkl`],
      ].map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
    });
  });

  test('no text ends its element or the data block', () => {
    const evil = '</title></script><script>alert(1)</script><!-- "\'> <b>&amp;';
    const { title, metas, tags, graph } = readArticle({
      title: evil,
      source: evil,
      reporter: evil,
      tags: [evil],
      category: evil,
      html: `<p>${evil.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
      leadImage: { src: `https://x.example/"><script>${evil}`, caption: evil },
    });
    expect(title).toBe(`${evil} · 港报`);
    expect(metas['og:title']).toEqual([evil]);
    expect(metas.description).toEqual([evil]);
    expect(tags.filter((tag) => !/^(?:html|head|body|title|meta|link)$/.test(tag))).toEqual([
      'script',
    ]);
    expect(graph[0]?.headline).toBe(evil);
  });

  test('without the site’s address, nothing that needs it', () => {
    const { metas, links, graph } = readArticle({}, { url: undefined });
    expect(links).toEqual([]);
    expect(Object.keys(metas).filter((name) => /url|image/.test(name))).toEqual([]);
    expect(metas['twitter:card']).toEqual(['summary']);
    expect(graph).toHaveLength(1);
    expect(JSON.stringify(graph)).not.toMatch(/"(?:url|image|mainEntityOfPage)"/);
  });

  test('a picture elsewhere needs no address of the site', () => {
    const leadImage = { src: 'https://pics.example/a.jpg' };
    const { metas } = readArticle({ leadImage }, { url: undefined });
    expect(metas['og:image']).toEqual(['https://pics.example/a.jpg']);
  });

  test.each([[undefined], [{ src: 'archive/images/x.svg', width: 9, height: 9 }]])(
    'the card stands for a picture that it hasn’t got (%j)',
    (leadImage) => {
      const { leadImage: _own, ...rest } = ARTICLE;
      const article = leadImage ? { ...rest, leadImage } : rest;
      const { metas } = readHead(buildArticleHead(article, SITE));
      expect(metas['og:image']).toEqual([`${URL_OF_SITE}card.png`]);
      expect(metas['og:image:width']).toEqual(['1200']);
    },
  );

  test('a day without a time stays a day, an unknown date is not named', () => {
    const { updatedAt: _changed, ...rest } = ARTICLE;
    const day = readHead(buildArticleHead({ ...rest, isDayOnly: true }, SITE));
    expect(day.metas['article:published_time']).toEqual(['2022-05-20']);
    expect(day.graph[0]).toMatchObject({ datePublished: '2022-05-20', dateModified: '2022-05-20' });
    const { publishedAt: _date, ...undated } = rest;
    expect(JSON.stringify(readHead(buildArticleHead(undated, SITE)))).not.toMatch(/date|_time/);
  });

  test.each([
    ['内部', [] as string[]],
    ['内部/旧稿', []],
    ['金融', ['内部/旧稿']],
  ])(
    'in the hidden category %s %j: not for search engines, and no feed of it',
    (category, others) => {
      const { metas, links } = readArticle({ category, otherCategories: others });
      expect(metas.robots).toEqual(['noindex']);
      expect(links.map(({ title }) => title)).toEqual([undefined, '港报', '港报']);
    },
  );

  test.each([
    ['张三', ['张三']],
    ['作者：见习记者,张三', ['张三']],
    ['李四、王五', ['李四', '王五']],
    ['某市日报记者 张 三', ['某市日报记者 张 三']],
    ['John Smith', ['John Smith']],
  ])('authors of “%s”', (reporter, names) => {
    const [article] = readArticle({ reporter }).graph;
    expect(article?.author).toEqual(names.map((name) => ({ '@type': 'Person', name })));
  });
});

describe('a list', () => {
  const read = (path: string, more: Partial<HeadSite> = {}) =>
    readHead(buildListHead(path, { ...SITE, ...more }));

  test('the first page is the site', () => {
    const { title, metas, links, graph } = read('');
    expect(title).toBe('港报');
    expect(metas.description).toEqual(['港口的消息']);
    expect(metas['og:type']).toEqual(['website']);
    expect(links.map(({ href }) => href?.slice(URL_OF_SITE.length))).toEqual([
      '',
      'feed.xml',
      'feed.json',
    ]);
    expect(graph).toMatchObject([{ '@type': 'WebSite', name: '港报', url: URL_OF_SITE }]);
  });

  test('a category has its own feeds before the site’s', () => {
    const { title, metas, links, graph } = read('金融/财经');
    expect(title).toBe('财经要闻 · 港报');
    expect(metas.description).toEqual(['金融 · 财经要闻 · 港口的消息']);
    expect(links).toHaveLength(5);
    expect(links[1]?.href).toMatch(/\/news\/feeds\/[a-z2-7]{12}\.xml$/);
    expect(graph.map((each) => each['@type'])).toEqual(['CollectionPage', 'BreadcrumbList']);
  });

  test.each(['内部', '内部/旧稿', '旧稿', '..', '没有'])('%s has no feeds', (path) => {
    expect(
      read(path).links.filter(({ rel, title }) => rel === 'alternate' && title !== '港报'),
    ).toEqual([]);
  });

  test('without feeds or articles, no links to feeds', () => {
    expect(read('', { feeds: false }).links).toHaveLength(1);
    expect(read('', { root: buildCategory('', [], { lastDate: undefined }) }).links).toHaveLength(
      1,
    );
  });

  test('takes the place of a page’s title and description', () => {
    const page =
      '<html><head>\n    <meta name="description" content="a" />\n    <title>a</title>\n' +
      '    <meta name="viewport" content="b" />\n  </head><body>$&</body></html>';
    const { title, metas } = readHead(
      putHead(page, buildListHead('', { ...SITE, title: '$& $1' })),
    );
    expect(title).toBe('$& $1');
    expect(metas.description).toEqual(['港口的消息']);
    expect(metas.viewport).toEqual(['b']);
  });
});
